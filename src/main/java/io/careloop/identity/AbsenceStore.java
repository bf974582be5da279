package io.careloop.identity;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of absences; a withdrawn one stays on record and counts no more. */
@Repository
class AbsenceStore {

    private static final String SELECT = "select * from identity_absence where withdrawn_at is null ";

    private static final RowMapper<Absence> ABSENCE = (row, number) -> new Absence(
            row.getObject("id", UUID.class),
            row.getString("user_id"),
            row.getObject("first_day", LocalDate.class),
            row.getObject("last_day", LocalDate.class),
            row.getString("deputy"),
            row.getString("entered_by"),
            row.getTimestamp("entered_at").toInstant());

    private final JdbcClient jdbc;

    AbsenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets nobody else change absences until the transaction is over: together they must not form a circle. */
    void lock() {
        jdbc.sql("lock table identity_absence in share row exclusive mode").update();
    }

    void add(Absence absence) {
        jdbc.sql("""
                        insert into identity_absence (id, user_id, first_day, last_day, deputy, entered_by, entered_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        absence.id(),
                        absence.user(),
                        Date.valueOf(absence.firstDay()),
                        Date.valueOf(absence.lastDay()),
                        absence.deputy(),
                        absence.enteredBy(),
                        Timestamp.from(absence.enteredAt()))
                .update();
    }

    void withdraw(UUID id, String actor, Instant at) {
        jdbc.sql("update identity_absence set withdrawn_by = ?, withdrawn_at = ? where id = ? and withdrawn_at is null")
                .params(actor, Timestamp.from(at), id)
                .update();
    }

    /** Whether there is or was one of the id. */
    boolean isTaken(UUID id) {
        return jdbc.sql("select count(*) from identity_absence where id = ?")
                        .param(id)
                        .query(Long.class)
                        .single()
                > 0;
    }

    Optional<Absence> find(UUID id) {
        return jdbc.sql(SELECT + "and id = ?").param(id).query(ABSENCE).optional();
    }

    /** Those that do not end before the day, the soonest first. */
    List<Absence> endingFrom(LocalDate day) {
        return jdbc.sql(SELECT + "and last_day >= ? order by first_day, user_id, id")
                .param(Date.valueOf(day))
                .query(ABSENCE)
                .list();
    }

    List<Absence> between(LocalDate from, LocalDate to) {
        return jdbc.sql(SELECT + "and first_day <= ? and last_day >= ?")
                .params(Date.valueOf(to), Date.valueOf(from))
                .query(ABSENCE)
                .list();
    }

    AbsentStaff on(LocalDate day) {
        return new AbsentStaff(between(day, day));
    }
}
