package io.careloop.followup.process;

/** Names that {@code follow-up.bpmn} uses. */
final class FollowupModel {

    static final class Variable {
        static final String CALL_DUE = "callDue";
        static final String CALL_UNTIL = "callUntil";
        static final String REACHED = "reached";
        static final String ANOTHER_TRY = "anotherTry";
        static final String SOLVED = "solved";
        static final String WORD_GIVEN = "wordGiven";

        private Variable() {}
    }

    private FollowupModel() {}
}
