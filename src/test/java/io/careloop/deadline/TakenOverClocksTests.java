package io.careloop.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.cases.CaseReference;
import io.careloop.support.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A data folder of before facts were kept. */
class TakenOverClocksTests {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final CaseReference RUNNING = CaseReference.of("C-2026-000001");
    private static final CaseReference OVER = CaseReference.of("C-2026-000002");

    @Test
    void clocksOfBeforeAreProvenByWhatWasKnownOfThem() throws SQLException, IOException {
        try (var database = new SingleConnectionDataSource(TestDatabase.create(), "postgres", "postgres", true)) {
            run(database, read("V2__cases.sql"), read("V4__deadline.sql"), rowsOfBefore());
            run(database, read("V12__calendar.sql"), read("V13__clock.sql"));
            ClockStore store = new ClockStore(JdbcClient.create(database), null);

            for (CaseReference reference : List.of(RUNNING, OVER)) {
                FactChain chain = store.chainOf(reference);
                assertThat(chain.isIntact()).isTrue();
                assertThat(chain.facts()).extracting(ClockFact::what).containsExactly("taken-over", "taken-over");
                for (ClockRecord clock : store.of(reference)) {
                    List<ClockFact> own = chain.facts().stream()
                            .filter(fact -> fact.clock().equals(clock.id().toString()))
                            .toList();
                    assertThat(Replay.of(own)).isEqualTo(new Replay(clock.counting(), clock.stoppedAt()));
                    assertThat(clock.watchedBy()).isEqualTo("service-request");
                    assertThat(clock.counting().calendar()).isEqualTo("standard");
                }
            }
            assertThat(store.of(RUNNING).get(0).telling().toldPercent()).isEqualTo(75);
            assertThat(store.of(RUNNING).get(0).telling().thresholds())
                    .containsExactly(Threshold.once(75), Threshold.once(100));
            assertThat(store.of(OVER).get(1).isRunning()).isFalse();
        }
    }

    private static String rowsOfBefore() {
        return """
                insert into cases_contact (id, email, locale, created_at)
                values ('00000000-0000-0000-0000-000000000001', 'ann@example.org', 'en', now());
                insert into cases_case (reference, version, channel, contact_id, locale, description, urgency, status,
                    stage, owner, registered_at)
                select reference, 0, 'API', '00000000-0000-0000-0000-000000000001', 'en', 'Broken', 'NORMAL', 'OPEN',
                    'ANALYSIS', 'agent', now()
                from unnest(array['C-2026-000001', 'C-2026-000002']) reference;
                insert into deadline_clock (reference, kind, clock_type, time_limit, warning_percent, calendar,
                    started_at, warn_at, due_at, next_notice_at, warned_at, missed_at, stopped_at)
                values
                    ('C-2026-000001', 'FIRST_RESPONSE', 'BUSINESS', 'PT2H', 75, 'standard',
                        '2026-11-20 09:30:00.123456Z', now(), '2026-11-23 02:30:00.123456Z', now(), now(), null, null),
                    ('C-2026-000001', 'RESOLUTION', 'ELAPSED', 'PT24H', 75, 'standard',
                        '2026-11-20 09:30:00.123456Z', now(), '2026-11-21 09:30:00.123456Z', now(), null, null, null),
                    ('C-2026-000002', 'FIRST_RESPONSE', 'BUSINESS', 'PT2H', 100, 'standard',
                        '2026-11-20 01:00:00Z', now(), '2026-11-20 03:00:00Z', null, null, null, '2026-11-20 02:00:00Z'),
                    ('C-2026-000002', 'RESOLUTION', 'ELAPSED', 'PT24H', 50, 'standard',
                        '2026-11-20 01:00:00Z', now(), '2026-11-21 01:00:00Z', null, now(), now(), '2026-11-22 01:00:00Z');
                """;
    }

    private static String read(String migration) throws IOException {
        return Files.readString(MIGRATIONS.resolve(migration));
    }

    private static void run(SingleConnectionDataSource database, String... scripts) throws SQLException {
        try (var statement = database.getConnection().createStatement()) {
            for (String script : scripts) {
                statement.execute(script);
            }
        }
    }
}
