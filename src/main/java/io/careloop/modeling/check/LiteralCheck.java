package io.careloop.modeling.check;

import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeFactory;

/** Times and numbers that are written into a diagram can be read; the engine would find out when a case gets there. */
class LiteralCheck implements DiagramCheck {

    private static final List<DateTimeFormatter> DATES =
            List.of(DateTimeFormatter.ISO_DATE_TIME, DateTimeFormatter.ISO_LOCAL_DATE);
    private static final Pattern CRON = Pattern.compile("\\S+( \\S+){4,6}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");
    private static final DatatypeFactory DURATIONS = durations();

    @Override
    public void check(Diagram diagram, Shelf shelf, Findings findings) {
        diagram.definitions().all().filter(Node::isBpmn).forEach(node -> {
            switch (node.type()) {
                case "timeDuration" -> check(node, node.text(), LiteralCheck::isDuration, "duration", findings);
                case "timeDate" -> check(node, node.text(), LiteralCheck::isMoment, "date", findings);
                case "timeCycle" -> check(node, node.text(), LiteralCheck::isCycle, "cycle", findings);
                case "loopCardinality" -> check(node, node.text(), LiteralCheck::isCount, "number", findings);
                case "userTask" -> checkTask(node, shelf, findings);
                default -> checkJob(node, findings);
            }
        });
    }

    private static void checkTask(Node task, Shelf shelf, Findings findings) {
        checkJob(task, findings);
        // a date would be the same for all cases
        check(task, task.camunda("dueDate"), LiteralCheck::isDuration, "date", findings);
        check(task, task.camunda("followUpDate"), LiteralCheck::isMoment, "date", findings);
        check(task, task.camunda("priority"), LiteralCheck::isNumber, "number", findings);
        Predicate<String> isUser = shelf.surroundings()::hasUser;
        check(task, task.camunda("assignee"), isUser, "user", findings);
        Arrays.stream(task.camunda("candidateUsers").split(",(?![^{]*})"))
                .forEach(user -> check(task, user.strip(), isUser, "user", findings));
    }

    private static void checkJob(Node node, Findings findings) {
        check(node, node.camunda("jobPriority"), LiteralCheck::isNumber, "number", findings);
        node.extensions("failedJobRetryTimeCycle")
                .forEach(cycle -> check(node, cycle.text(), LiteralCheck::isRetryCycle, "retry-cycle", findings));
    }

    private static void check(Node node, String text, Predicate<String> isRight, String code, Findings findings) {
        if (!text.isEmpty() && !Expressions.isExpression(text) && !isRight.test(text)) {
            findings.fault(node, code, text);
        }
    }

    /** A time from now on counts as a moment too. */
    private static boolean isMoment(String text) {
        return text.startsWith("P") ? isDuration(text) : DATES.stream().anyMatch(format -> isOf(format, text));
    }

    private static boolean isOf(DateTimeFormatter format, String text) {
        try {
            format.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isDuration(String text) {
        try {
            return text.startsWith("P") && DURATIONS.newDuration(text).getSign() > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isCycle(String text) {
        if (!text.startsWith("R")) {
            return CRON.matcher(text).matches();
        }
        String[] parts = text.substring(1).split("/");
        return parts.length >= 2
                && parts[0].matches("\\d*")
                && Arrays.stream(parts).skip(1).allMatch(LiteralCheck::isMoment);
    }

    private static boolean isRetryCycle(String text) {
        return isCycle(text)
                || Arrays.stream(text.split(",")).map(String::strip).allMatch(LiteralCheck::isDuration);
    }

    private static boolean isCount(String text) {
        return text.matches("[1-9]\\d{0,3}");
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /** The engine reads durations with the same. */
    private static DatatypeFactory durations() {
        try {
            return DatatypeFactory.newInstance();
        } catch (DatatypeConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
