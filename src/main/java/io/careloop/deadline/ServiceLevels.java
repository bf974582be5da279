package io.careloop.deadline;

/** Decides the service level of a case. */
public interface ServiceLevels {

    /**
     * @param category null while the case is not classified
     * @param priority null while the case is not classified
     */
    ServiceLevel decide(String category, String priority);
}
