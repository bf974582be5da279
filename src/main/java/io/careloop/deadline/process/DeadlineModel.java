package io.careloop.deadline.process;

import io.careloop.deadline.ClockKind;
import java.util.Arrays;

/** Names used by {@code processes/resolution/service-request.bpmn} for the clocks of a case. */
final class DeadlineModel {

    static final String PROCESS = "service-request";
    static final String STATE = "deadlineState";
    static final String CLOCK = "clock";

    /** What a diagram calls a clock: its variables are {@code <name>Due} and {@code <name>Notice}. */
    enum ClockName {
        FIRST_RESPONSE("firstResponse", "FirstResponse"),
        RESOLUTION("resolution", "Resolution");

        private final String variable;
        private final String node;

        ClockName(String variable, String node) {
            this.variable = variable;
            this.node = node;
        }

        static ClockName of(ClockKind kind) {
            return valueOf(kind.name());
        }

        /** @throws IllegalArgumentException if the diagram names a clock that does not exist */
        static ClockName named(Object name) {
            return Arrays.stream(values())
                    .filter(clock -> clock.variable.equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "Input \"clock\" is firstResponse or resolution, not " + name));
        }

        ClockKind kind() {
            return ClockKind.valueOf(name());
        }

        String dueVariable() {
            return variable + "Due";
        }

        String noticeVariable() {
            return variable + "Notice";
        }

        /** Start event of the event subprocess that watches the clock. */
        String noticeEvent() {
            return "Event_%sNoticeDue".formatted(node);
        }

        /** Where it waits after the warning. */
        String deadlineEvent() {
            return "Event_%sDeadline".formatted(node);
        }
    }

    private DeadlineModel() {}
}
