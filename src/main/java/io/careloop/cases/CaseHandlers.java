package io.careloop.cases;

import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.engine.TaskTaken;
import io.careloop.engine.WaitingWrites;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Who has handled a case: whoever owned it, had a task of it, or said what the problem is and how it is solved. Kept with
 * the case, since it has to be known for as long as the case is.
 */
@Service
public class CaseHandlers {

    private static final Set<String> TABLE = Set.of("cases_handler");
    private static final String OWNER = "";

    private static final List<String> DOINGS = List.of(
                    Kind.CLASSIFIED, Kind.ANALYSED, Kind.SOLUTION_PROPOSED, Kind.PLANNED, Kind.IMPLEMENTED, Kind.CALLED)
            .stream()
            .map(Enum::name)
            .toList();

    private final JdbcClient jdbc;
    private final WaitingWrites waiting;
    private final CaseMemory cases;
    private final Clock clock;

    CaseHandlers(JdbcClient jdbc, WaitingWrites waiting, CaseMemory cases, Clock clock) {
        this.jdbc = jdbc;
        this.waiting = waiting;
        this.cases = cases;
        this.clock = clock;
    }

    @EventListener
    void on(CaseRegistered event) {
        cases.find(event.reference()).ifPresent(file -> add(file.reference(), file.owner(), OWNER));
    }

    @EventListener
    void on(OwnerChanged event) {
        add(event.reference(), event.owner(), OWNER);
    }

    @EventListener
    void on(TaskTaken event) {
        CaseReference.parse(event.businessKey())
                .ifPresent(reference -> add(reference, event.user(), event.processKey()));
    }

    /** @param exceptProcess key of the diagram whose tasks do not count: to look at the case from outside is not to handle it */
    public boolean hasHandled(CaseReference reference, String user, String exceptProcess) {
        return jdbc.sql("""
                        select exists (select 1 from cases_handler
                                where reference = :reference and user_id = :user and process <> :except)
                            or exists (select 1 from cases_entry
                                where reference = :reference and actor = :user and kind in (:doings))""")
                .param("reference", reference.value())
                .param("user", user)
                .param("except", exceptProcess)
                .param("doings", DOINGS)
                .query(Boolean.class)
                .single();
    }

    /** Nothing is kept of a key that is no case's. */
    private void add(CaseReference reference, String user, String process) {
        waiting.add(TABLE, """
                insert into cases_handler (reference, user_id, process, at)
                select reference, ?, ?, ? from cases_case where reference = ? on conflict do nothing""", user, process, Timestamp.from(clock.instant()), reference.value());
    }
}
