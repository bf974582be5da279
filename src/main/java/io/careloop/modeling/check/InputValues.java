package io.careloop.modeling.check;

import io.careloop.collaboration.Department;
import io.careloop.deadline.ClockId;
import io.careloop.deadline.ClockKind;
import io.careloop.deadline.DeadlineClock.ClockType;
import io.careloop.deadline.Limit;
import io.careloop.engine.DiagramInput;
import io.careloop.modeling.check.Surroundings.Vocabulary;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a task hands over is one of the things that are there, unless an expression finds it out later. */
final class InputValues {

    private static final Set<ClockKind> ONE_OF_ITS_KIND =
            Set.of(ClockKind.FIRST_RESPONSE, ClockKind.RESOLUTION, ClockKind.SILENCE);
    private static final List<String> WATCHED =
            ONE_OF_ITS_KIND.stream().map(ClockKind::code).sorted().toList();

    static void check(Node node, DiagramInput input, String value, Surroundings surroundings, Findings findings) {
        if (value.isEmpty()) {
            if (input.required()) {
                findings.fault(node, "input-missing", input.label(), input.name());
            }
            return;
        }
        new InputValues(node, input, surroundings, findings).check(value);
    }

    private final Node node;
    private final DiagramInput input;
    private final Surroundings surroundings;
    private final Findings findings;

    private InputValues(Node node, DiagramInput input, Surroundings surroundings, Findings findings) {
        this.node = node;
        this.input = input;
        this.surroundings = surroundings;
        this.findings = findings;
    }

    private void check(String value) {
        switch (input.kind()) {
            case CLOCK -> parts(value).filter(clock -> !isClock(clock)).forEach(this::noClock);
            case GROUPS ->
                plainParts(value).filter(group -> !surroundings.hasGroup(group)).forEach(this::noGroup);
            case USERS ->
                plainParts(value)
                        .filter(user -> !surroundings.hasUser(user))
                        .forEach(user -> findings.fault(node, "user", user));
            case DEPARTMENTS -> checkChoice(value, Department.ALL);
            case ONE_OF -> checkChoice(value, List.of(input.values()));
            case CUSTOMER_TEMPLATE, STAFF_TEMPLATE, PAUSE_REASON -> {
                if (!Expressions.isExpression(value)) {
                    checkName(value);
                }
            }
            case LIMIT -> {
                if (!Expressions.isExpression(value) && !isLimit(value)) {
                    findings.fault(node, "limit", value);
                }
            }
            case TEXT -> {
                // anything goes that the one who is called can make sense of
            }
        }
    }

    private void checkName(String value) {
        switch (input.kind()) {
            case CUSTOMER_TEMPLATE -> {
                if (!surroundings.hasTemplateForCustomers(value)) {
                    findings.unknown(
                            node, "template-customer", value, surroundings.known(Vocabulary.CUSTOMER_TEMPLATES));
                }
            }
            case STAFF_TEMPLATE -> {
                if (!surroundings.hasTemplateForStaff(value)) {
                    findings.unknown(node, "template-staff", value, surroundings.known(Vocabulary.STAFF_TEMPLATES));
                }
            }
            default -> {
                if (!surroundings.pauseReasons().contains(value)) {
                    findings.unknown(
                            node,
                            "pause-reason",
                            value,
                            surroundings.pauseReasons(),
                            String.join(
                                    ", ",
                                    surroundings.pauseReasons().stream()
                                            .sorted()
                                            .toList()));
                }
            }
        }
    }

    private void noClock(String clock) {
        findings.unknown(node, "clock", clock, WATCHED, String.join(", ", WATCHED));
    }

    private void noGroup(String group) {
        findings.unknown(node, "group", group, surroundings.known(Vocabulary.GROUPS));
    }

    private void checkChoice(String value, List<String> choices) {
        parts(value)
                .filter(part -> !Expressions.isExpression(part) && !choices.contains(part))
                .forEach(part -> findings.unknown(
                        node, "input-choice", part, choices, input.label(), String.join(", ", choices)));
    }

    /** A clock of which a case may have several has a number, which an expression may tell. */
    private static boolean isClock(String text) {
        if (text.matches("[$#]\\{[^}]*}")) {
            return true;
        }
        return ClockId.find(text.replaceAll("[$#]\\{[^}]*}", "1"))
                .filter(clock -> clock.kind() != ClockKind.STAGE)
                .filter(clock -> ONE_OF_ITS_KIND.contains(clock.kind())
                        == clock.subject().isEmpty())
                .isPresent();
    }

    static boolean isLimit(String text) {
        try {
            Limit.of(text, ClockType.BUSINESS);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Stream<String> plainParts(String value) {
        return parts(value)
                .filter(part -> !Expressions.isExpression(part))
                .filter(part -> !List.of(input.values()).contains(part));
    }

    /** An expression may have commas of its own. */
    private static Stream<String> parts(String value) {
        return Arrays.stream(value.split(",(?![^{]*})")).map(String::strip).filter(part -> !part.isEmpty());
    }
}
