package io.careloop.deadline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The revisions of all calendars on file; only ever added to. */
@Repository
class CalendarStore {

    private static final String SELECT = """
            select name, revision, valid_from, zone, week, holidays, working_days, reason, allow_later, changed_by,
                changed_at
            from deadline_calendar where name = ? and revision <= ? order by revision""";

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    CalendarStore(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The newest revision of each calendar. */
    Map<String, Integer> newest() {
        Map<String, Integer> newest = new HashMap<>();
        jdbc.sql("select name, max(revision) as revision from deadline_calendar group by name")
                .query(row -> {
                    newest.put(row.getString("name"), row.getInt("revision"));
                });
        return newest;
    }

    /** From the first revision to the given one; empty if there is no such calendar. */
    List<CalendarRevision> revisions(String name, int last) {
        return jdbc.sql(SELECT).params(name, last).query(this::read).list();
    }

    /** Holds off whoever else would change a calendar until the transaction ends. */
    void hold() {
        jdbc.sql("lock table deadline_calendar in exclusive mode").update();
    }

    /** @param sha256 of the file of the release that it was made from; null if a person made it */
    void add(CalendarRevision revision, String sha256) {
        CalendarVersion version = revision.version();
        jdbc.sql("""
                        insert into deadline_calendar (name, revision, valid_from, zone, week, holidays, working_days,
                            reason, allow_later, changed_by, changed_at, sha256)
                        values (?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?)""")
                .params(
                        revision.calendar(),
                        revision.number(),
                        Date.valueOf(version.validFrom()),
                        version.zone().getId(),
                        text(CalendarWriting.week(version)),
                        text(CalendarWriting.holidays(version)),
                        text(CalendarWriting.workingDays(version)),
                        revision.draft().reason(),
                        revision.draft().allowLater(),
                        revision.changedBy(),
                        Timestamp.from(revision.changedAt()),
                        sha256)
                .update();
    }

    /** Whether the calendar ever had what the file of this hash says. */
    boolean isOnFile(String name, String sha256) {
        return jdbc.sql("select exists (select 1 from deadline_calendar where name = ? and sha256 = ?)")
                .params(name, sha256)
                .query(Boolean.class)
                .single();
    }

    /** Whether its newest revision was made by a person. */
    boolean wasEdited(String name) {
        Optional<Boolean> edited =
                jdbc.sql("""
                        select sha256 is null from deadline_calendar where name = ? order by revision desc limit 1""").param(name).query(Boolean.class).optional();
        return edited.orElse(false);
    }

    private CalendarRevision read(ResultSet row, int number) throws SQLException {
        ObjectNode written = json.createObjectNode();
        written.put("validFrom", row.getDate("valid_from").toLocalDate().toString());
        written.put("reason", row.getString("reason"));
        written.put("zone", row.getString("zone"));
        written.put("allowLater", row.getBoolean("allow_later"));
        written.set("week", tree(row.getString("week")));
        written.set("holidays", tree(row.getString("holidays")));
        written.set("workingDays", tree(row.getString("working_days")));
        CalendarReading reading = CalendarReading.of(written);
        return new CalendarRevision(
                row.getString("name"),
                row.getInt("revision"),
                reading.draft().orElseThrow(() -> new IllegalStateException("Calendar on file: " + reading.flaws())),
                row.getString("changed_by"),
                row.getTimestamp("changed_at").toInstant());
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
