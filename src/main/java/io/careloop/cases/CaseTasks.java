package io.careloop.cases;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What there is, and was, to do about a case. */
public interface CaseTasks {

    /** Oldest first. */
    List<OpenTask> openTasksOf(CaseReference reference);

    /** Whether the reader has or had a task of the case, or one of their groups has one. */
    boolean isInvolved(CaseReference reference, Reader reader);

    /**
     * The cases that {@link #isInvolved} tells of; of very many tasks that the reader had, those of the latest ones.
     */
    Set<CaseReference> involving(Reader reader);

    /** The case of each of the open tasks that the reader may see in the engine; tasks of no case are left out. */
    Map<String, CaseReference> casesOf(Set<String> tasks, Reader reader);

    /** The cases with an open task that the reader has claimed, or that one of the groups may claim. */
    Set<CaseReference> waitingFor(Reader reader, Set<String> groups);
}
