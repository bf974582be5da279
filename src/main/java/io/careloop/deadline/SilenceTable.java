package io.careloop.deadline;

/** Decides how long a customer may hear nothing, and what is done then. */
public interface SilenceTable {

    /** What was told by a person, whatever words they started from. */
    String PERSON = "person";

    /**
     * @param category null while the case is not classified
     * @param priority null while the case is not classified
     * @param stage    name of the stage
     * @param heard    what the customer was told last: {@link #PERSON} or the name of a template; null if that is left out
     *                 of account
     */
    SilenceRule of(String category, String priority, String stage, String heard);
}
