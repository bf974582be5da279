package io.careloop.resolution.process;

/** Names that the diagrams of {@code processes/resolution} use. */
final class ResolutionModel {

    static final String SERVICE_REQUEST = "service-request";
    static final String CUSTOMER_MESSAGE = "customer-message";

    static final class Task {
        static final String ANALYSE_REQUEST = "Activity_AnalyseRequest";

        private Task() {}
    }

    static final class Message {
        static final String CASE_REOPENED = "resolution.case-reopened";
        static final String CUSTOMER_ANSWERED = "resolution.customer-answered";
        static final String REQUEST_WITHDRAWN = "resolution.request-withdrawn";

        private Message() {}
    }

    static final class Error {
        static final String CLOSING_HELD_UP = "resolution.closing-held-up";

        private Error() {}
    }

    static final class Variable {
        static final String REFERENCE = "reference";
        static final String OWNER = "owner";
        static final String CATEGORY = "category";
        static final String TEAM = "team";
        static final String FIRST_RESPONSE_DUE = "firstResponseDue";
        static final String FIRST_RESPONSE_NOTICE = "firstResponseNotice";
        static final String RESOLUTION_DUE = "resolutionDue";
        static final String RESOLUTION_NOTICE = "resolutionNotice";
        static final String SILENCE_NOTICE = "silenceNotice";
        static final String CLAIM_BY = "claimBy";
        static final String REQUEST_CLAIMED = "requestClaimed";
        static final String NEXT_TEAM = "nextTeam";
        static final String PROBLEM_CLEAR = "problemClear";
        static final String READ_DUE = "readDue";
        static final String ESCALATION_DEMANDED = "escalationDemanded";
        static final String REMINDER_DUE = "reminderDue";
        static final String PERSON_DUE = "personDue";
        static final String ACCEPTED = "accepted";
        static final String ANSWER_OBTAINED = "answerObtained";
        static final String WITHDRAWN_BY = "withdrawnBy";
        static final String IMPLEMENTER = "implementer";
        static final String IMPLEMENTATION_DUE = "implementationDue";

        private Variable() {}
    }

    private ResolutionModel() {}
}
