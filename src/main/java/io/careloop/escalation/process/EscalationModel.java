package io.careloop.escalation.process;

/** Names that {@code processes/escalation} uses. */
final class EscalationModel {

    static final String PROCESS = "complaint-escalation";

    static final class Message {
        static final String BREACHED = "escalation.breached";
        static final String DEMANDED = "escalation.demanded";
        static final String RISK_NOTICED = "escalation.risk-noticed";
        static final String STAFF_ASKED = "escalation.staff-asked";
        static final String REASON_ADDED = "escalation.reason-added";
        static final String DEPARTMENTS_DONE = "escalation.departments-done";
        static final String CASE_ENDED = "escalation.case-ended";

        private Message() {}
    }

    static final class Task {
        static final String REVIEW = "Activity_ReviewComplaint";
        static final String APPROVE_BY_LEGAL = "Activity_ApproveByLegal";
        static final String APPROVE_BY_QUALITY = "Activity_ApproveByQuality";

        private Task() {}
    }

    static final class Form {
        static final String REVIEW = "escalation-review-complaint";
        static final String OFFER = "escalation-make-offer";
        static final String APPROVE_BY_LEGAL = "escalation-approve-by-legal";
        static final String APPROVE_BY_QUALITY = "escalation-approve-by-quality";

        private Form() {}
    }

    static final class Table {
        static final String RISK = "escalation-risk";
        static final String TIERS = "escalation-tiers";

        private Table() {}
    }

    static final class Variable {
        static final String REFERENCE = "reference";
        static final String RISK = "risk";
        static final String SENSITIVE = "sensitive";
        static final String NEWLY_SENSITIVE = "newlySensitive";
        static final String TEAM = "team";
        static final String REVIEWER = "reviewer";
        static final String REVIEW_DUE = "reviewDue";
        static final String CLIMB_AT = "climbAt";
        static final String OVERDUE_AT = "overdueAt";
        static final String NOTICE_AT = "noticeAt";
        static final String REVIEW_OUTCOME = "reviewOutcome";
        static final String OFFER_MADE = "offerMade";
        static final String APPROVER = "approver";
        static final String LEGAL_APPROVED = "legalApproved";
        static final String QUALITY_APPROVED = "qualityApproved";

        private Variable() {}
    }

    /** What the tables read; the text is gone after the transaction, since it is the customer's words. */
    static final class Input {
        static final String TEXT = "text";
        static final String CHANNEL = "channel";
        static final String CATEGORY = "category";
        static final String WANTED_TIER = "wantedTier";
        static final String ANSWERED_BEFORE = "answeredBefore";

        private Input() {}
    }

    /** What the table of tiers says. */
    static final class Output {
        static final String TIER = "tier";
        static final String LIMIT = "limit";
        static final String NEXT_TIER = "nextTier";

        private Output() {}
    }

    private EscalationModel() {}
}
