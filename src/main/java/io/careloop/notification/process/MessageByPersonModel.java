package io.careloop.notification.process;

/** Names used by {@code processes/notification/message-by-person.bpmn} and its form. */
final class MessageByPersonModel {

    static final String KEY = "message-by-person";
    static final String FORM = "notification-tell-customer";

    /** The message that ends it. */
    static final String CASE_WITHDRAWN = "notification.case-withdrawn";

    /** Variables of the instance. */
    static final class Variable {
        static final String MESSAGE_ID = "messageId";
        static final String CAUSE = "cause";
        static final String OWNER = "owner";
        static final String DUE_DATE = "dueDate";
        static final String OUTCOME = "tellingOutcome";
    }

    private MessageByPersonModel() {}
}
