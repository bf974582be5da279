package io.careloop.notification;

import java.util.Set;

/** Names that templates may use. A test refuses any other; a fact that is missing at run time is left empty. */
final class FactNames {

    static final String REFERENCE = "reference";
    static final String CUSTOMER_NAME = "customerName";
    static final String OWNER_NAME = "ownerName";
    static final String TRACKING_LINK = "trackingLink";
    static final String DESK_LINK = "deskLink";
    static final String STAGE = "stage";
    static final String TEAM_NAME = "teamName";

    /** Known here for every message. */
    static final Set<String> OWN =
            Set.of(REFERENCE, CUSTOMER_NAME, OWNER_NAME, TRACKING_LINK, DESK_LINK, STAGE, TEAM_NAME);

    static final String AUTHOR_NAME = "authorName";
    static final String SUBJECT = "subject";
    static final String TEXT = "text";

    /** Known here for words of a person. */
    static final Set<String> OF_A_PERSON = Set.of(AUTHOR_NAME, SUBJECT, TEXT);

    /** Told by {@link MessageFacts} of other modules. */
    static final Set<String> OF_OTHERS = Set.of(
            "firstResponseDue",
            "resolutionDue",
            "nextStep",
            "problem",
            "solution",
            "finishDate",
            "whatWasDone",
            "refusalReason",
            "round",
            "outsideRemedy",
            "outsideRemedyReach",
            "extensionReason",
            "extendedUntil",
            "reviewDue",
            "reviewerName",
            "answer",
            "promises",
            "nextDue",
            "clockName",
            "clockDue",
            "clockShare",
            "offer",
            "wentWrong",
            "apology",
            "recoveryOwnerName",
            "compensation");

    private FactNames() {}
}
