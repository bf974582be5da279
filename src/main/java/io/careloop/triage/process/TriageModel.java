package io.careloop.triage.process;

/** Names that the triage part of {@code service-request.bpmn} and the triage tables use. */
final class TriageModel {

    static final class Variable {
        static final String CATEGORY = "category";
        static final String PRIORITY = "priority";
        static final String TEAM = "team";

        private Variable() {}
    }

    /** What the tables read; gone after the transaction, since it is the customer's words. */
    static final class Input {
        static final String TEXT = "text";
        static final String URGENCY = "urgency";
        static final String RECENT_CASES = "recentCases";

        private Input() {}
    }

    private TriageModel() {}
}
