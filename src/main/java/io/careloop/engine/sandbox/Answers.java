package io.careloop.engine.sandbox;

/** Whoever answers for all that a sandbox does not have: the application's own work, tables and called diagrams. */
public interface Answers {

    /** Asked in place of whatever the task would call. */
    Answer to(Step step);

    /**
     * A node is reached.
     *
     * @param visit  id of this visit
     * @param parent id of the visit of the subprocess around it; that of the instance at the top
     */
    void entered(String visit, String node, String parent);
}
