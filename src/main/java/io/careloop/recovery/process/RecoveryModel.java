package io.careloop.recovery.process;

/** Names that the diagrams of {@code processes/recovery} use. */
final class RecoveryModel {

    static final String SERVICE_RECOVERY = "service-recovery";
    static final String COMPENSATION = "compensation";
    static final String LEARNING = "learning";
    static final String APPROVE_COMPENSATION = "Activity_ApproveCompensation";

    static final class Message {
        static final String DISSATISFACTION_NOTICED = "recovery.dissatisfaction-noticed";
        static final String COMPENSATION_SETTLED = "recovery.compensation-settled";
        static final String CASE_WITHDRAWN = "recovery.case-withdrawn";

        private Message() {}
    }

    static final class Variable {
        static final String FAILURE = "failure";
        static final String CATEGORY = "category";
        static final String SCORE = "score";
        static final String APOLOGY_DUE = "apologyDue";
        static final String RECOVERY_OWNER = "recoveryOwner";
        static final String MAKE_GOOD_DUE = "makeGoodDue";
        static final String COMPENSATION_PROPOSED = "compensationProposed";
        static final String COMPENSATED = "compensated";
        static final String CHECK_DUE = "checkDue";
        static final String CHECK_UNTIL = "checkUntil";
        static final String ANSWER = "checkAnswer";
        static final String ANOTHER_TRY = "anotherTry";
        static final String SUGGESTED_KIND = "suggestedKind";
        static final String GRANT = "grant";
        static final String APPROVAL_NEEDED = "approvalNeeded";
        static final String TEAM = "team";
        static final String APPROVAL_DUE = "approvalDue";
        static final String GRANTED = "granted";
        static final String PAID = "paid";
        static final String PAY_DUE = "payDue";
        static final String LEARNING = "learning";
        static final String LEARN_DUE = "learnDue";

        private Variable() {}
    }

    static final class Form {
        static final String APOLOGISE = "recovery-apologise";
        static final String MAKE_GOOD = "recovery-make-good";
        static final String CHECK_WITH_CUSTOMER = "recovery-check-with-customer";
        static final String APPROVE_COMPENSATION = "recovery-approve-compensation";
        static final String PAY_BY_HAND = "recovery-pay-by-hand";
        static final String LEARN_FROM_ERROR = "recovery-learn-from-error";

        private Form() {}
    }

    private RecoveryModel() {}
}
