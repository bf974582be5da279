package io.careloop.cases;

import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.engine.TaskTaken;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Who has handled a case: whoever owned it, had a task of it, or said what the problem is and how it is solved. Kept with
 * the case, since it has to be known for as long as the case is.
 */
@Service
public class CaseHandlers {

    private static final String OWNER = "";

    private static final List<String> DOINGS = List.of(
                    Kind.CLASSIFIED, Kind.ANALYSED, Kind.SOLUTION_PROPOSED, Kind.PLANNED, Kind.IMPLEMENTED, Kind.CALLED)
            .stream()
            .map(Enum::name)
            .toList();

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseHandlers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    void on(CaseRegistered event) {
        jdbc.sql("""
                        insert into cases_handler (reference, user_id, process, at)
                        select reference, owner, '', registered_at from cases_case where reference = ?""").param(event.reference().value()).update();
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
        jdbc.sql("""
                        insert into cases_handler (reference, user_id, process, at)
                        select reference, ?, ?, ? from cases_case where reference = ? on conflict do nothing""")
                .params(user, process, Timestamp.from(clock.instant()), reference.value())
                .update();
    }
}
