package io.careloop.cases;

import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.engine.WaitingWrites;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The record of everything that happened to a case. Entries are added within the caller's transaction. */
@Service
public class Timeline {

    private static final Set<String> TABLE = Set.of("cases_entry");
    private static final String INSERT = """
            insert into cases_entry (reference, at, kind, actor, public, text, field, old_value, new_value)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final RowMapper<TimelineEntry> ENTRY = (row, number) -> new TimelineEntry(
            row.getTimestamp("at").toInstant(),
            Kind.valueOf(row.getString("kind")),
            row.getString("actor"),
            row.getBoolean("is_public"),
            row.getString("text"),
            row.getString("field"),
            row.getString("old_value"),
            row.getString("new_value"));

    private final JdbcClient jdbc;
    private final WaitingWrites waiting;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Timeline(JdbcClient jdbc, WaitingWrites waiting, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.waiting = waiting;
        this.events = events;
        this.clock = clock;
    }

    /** Adds an entry that the customer may see too. */
    public void tell(CaseReference reference, Kind kind, String actor, String text) {
        add(reference, kind, actor, true, text, null, null, null);
    }

    /** Adds an entry for the staff alone. */
    public void note(CaseReference reference, Kind kind, String actor, String text) {
        add(reference, kind, actor, false, text, null, null, null);
    }

    /** Adds the change of one field: who set what from which value to which. */
    public void edited(CaseReference reference, String actor, String field, String oldValue, String newValue) {
        add(reference, Kind.EDITED, actor, false, "", field, oldValue, newValue);
    }

    private void add(
            CaseReference reference,
            Kind kind,
            String actor,
            boolean isPublic,
            String text,
            String field,
            String oldValue,
            String newValue) {
        TimelineEntry entry = new TimelineEntry(
                clock.instant(), kind, actor, isPublic, text == null ? "" : text, field, oldValue, newValue);
        waiting.add(
                TABLE,
                INSERT,
                reference.value(),
                Timestamp.from(entry.at()),
                kind.name(),
                actor,
                isPublic,
                entry.text(),
                field,
                oldValue,
                newValue);
        events.publishEvent(new EntryAdded(reference, entry));
    }

    /** The newest entry of one of the kinds that says something. */
    public Optional<TimelineEntry> newest(CaseReference reference, Kind... kinds) {
        return jdbc.sql("""
                        select at, kind, actor, public as is_public, text, field, old_value, new_value
                        from cases_entry where reference = :reference and kind in (:kinds) and text <> ''
                        order by id desc limit 1""")
                .param("reference", reference.value())
                .param("kinds", Arrays.stream(kinds).map(Kind::name).toList())
                .query(ENTRY)
                .optional();
    }

    /** All entries, oldest first. */
    public List<TimelineEntry> of(CaseReference reference) {
        return jdbc.sql("""
                        select at, kind, actor, public as is_public, text, field, old_value, new_value
                        from cases_entry where reference = ? order by id""").param(reference.value()).query(ENTRY).list();
    }
}
