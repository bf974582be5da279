package io.careloop.deadline.process;

import io.careloop.deadline.ClockKind;
import org.springframework.util.StringUtils;

/** Names that diagrams use for clocks; {@link io.careloop.deadline.Clocks} explains them. */
final class DeadlineModel {

    static final String STATE = "deadlineState";
    static final String CLOCK = "clock";
    static final String TELL_USERS = "tellUsers";
    static final String TELL_GROUPS = "tellGroups";
    static final String NOTICE_KEY = "noticeKey";
    static final String ESCALATES = "escalates";
    static final String PAUSE_REASON = "pauseReason";

    /** Variable that says which clock of its kind an instance watches. */
    static final String SUBJECT = "clockSubject";

    /** Message to the instance that watches a promise. */
    static final String PROMISE_ENDED = "deadline.promise-ended";

    /** Message to the instance that breaks a silence. */
    static final String SILENCE_OVER = "deadline.silence-over";

    static final String SILENCE_ANSWER = "silenceAnswer";
    static final String ANSWER_DUE = "answerDue";

    static String dueVariable(ClockKind kind) {
        return kind.code() + "Due";
    }

    static String noticeVariable(ClockKind kind) {
        return kind.code() + "Notice";
    }

    /** Start event of the event subprocess that watches a clock. */
    static String noticeEvent(ClockKind kind) {
        return "Event_%sNoticeDue".formatted(StringUtils.capitalize(kind.code()));
    }

    /** Where a token waits for it. */
    static String deadlineEvent(ClockKind kind) {
        return "Event_%sDeadline".formatted(StringUtils.capitalize(kind.code()));
    }

    private DeadlineModel() {}
}
