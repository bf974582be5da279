package io.careloop.collaboration.process;

/** Names that the diagrams of {@code processes/collaboration} use, and the messages that reach the frame of a case. */
final class CollaborationModel {

    static final String SERVICE_REQUEST = "service-request";
    static final String COLLABORATION = "cross-department-collaboration";
    static final String QUESTION = "department-question";
    static final String DEPARTMENTS = "collaboration-departments";
    static final String LIMITS = "collaboration-limits";

    static final class Task {
        static final String ANSWER_QUESTION = "Activity_AnswerQuestion";
        static final String HALF_OF_LIMIT = "Event_HalfOfLimit";
        static final String LIMIT_OVER = "Event_LimitOver";

        private Task() {}
    }

    static final class Message {
        static final String DEPARTMENTS_ASKED = "resolution.departments-asked";
        static final String DEPARTMENTS_DONE = "resolution.departments-done";
        static final String DEPARTMENT_ADDED = "collaboration.department-added";
        static final String COORDINATOR_DECIDED = "collaboration.coordinator-decided";

        private Message() {}
    }

    static final class Variable {
        static final String QUESTIONS = "questions";
        static final String SEVERAL_DEPARTMENTS = "severalDepartments";
        static final String TASK_FORCE = "taskForce";
        static final String COORDINATION_DUE = "coordinationDue";
        static final String MINUTES_DUE = "minutesDue";
        static final String COORDINATED_ALREADY = "coordinatedAlready";
        static final String MORE_TO_ARRANGE = "moreToArrange";
        static final String BRANCH_ID = "branchId";
        static final String TEAM = "team";
        static final String BRANCH_DUE = "branchDue";
        static final String BRANCH_HALF = "branchHalf";
        static final String OWNER_DUE = "ownerDue";
        static final String REPLY = "reply";
        static final String QUESTION_DROPPED = "questionDropped";

        private Variable() {}
    }

    /** What a department made of a question. */
    static final class Reply {
        static final String ASKED_BACK = "asked-back";
        static final String HANDED_BACK = "handed-back";
        static final String HANDED_BACK_AGAIN = "handed-back-again";
        static final String BROUGHT_IN = "brought-in";

        private Reply() {}
    }

    private CollaborationModel() {}
}
