package io.careloop.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.careloop.engine.StartRefusedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded PostgreSQL as an application finds it on its first, second and interrupted start. */
class EmbeddedDatabaseTests {

    /** One for all tests, which leave it stopped: the first start of a folder takes ten times as long as the next. */
    @TempDir
    static Path folder;

    @Test
    void isAsDurableAsAnInstalledServer() throws Exception {
        try (EmbeddedDatabase database = start()) {
            assertThat(ask(database, "show fsync")).isEqualTo("on");
            assertThat(ask(database, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(database, "show server_version")).startsWith("17.");
            assertThat(ask(database, "select lower('É中')")).isEqualTo("é中");
        }
    }

    @Test
    void keepsItsDataOverARestart() throws Exception {
        try (EmbeddedDatabase database = start()) {
            run(database, "create table if not exists kept as select 42 as answer");
        }

        try (EmbeddedDatabase again = start()) {
            assertThat(ask(again, "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void endsTheServerThatAKilledApplicationLeftBehind() throws Exception {
        try (EmbeddedDatabase first = start()) {
            run(first, "create table if not exists kept as select 42 as answer");
        }
        startAndKill();
        ProcessHandle orphan = server();

        try (EmbeddedDatabase again = start()) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(server().pid()).isNotEqualTo(orphan.pid());
            assertThat(ask(again, "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void leavesAProgramAloneThatHasTheNumberOfAFormerServer() throws Exception {
        start().close();
        Files.writeString(pidFile(), ProcessHandle.current().pid() + "\n");

        try (EmbeddedDatabase again = start()) {
            assertThat(ask(again, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void refusesAFolderThatALivingApplicationHolds() throws Exception {
        try (EmbeddedDatabase first = start()) {
            assertThatExceptionOfType(StartRefusedException.class)
                    .isThrownBy(this::start)
                    .withMessageContaining("Another Careloop is running")
                    .withMessageContaining(folder.toRealPath().toString());
            assertThat(ask(first, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void saysWhichSettingToChangeWhenItsPortIsTaken() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatExceptionOfType(StartRefusedException.class)
                    .isThrownBy(() -> EmbeddedDatabase.start(folder, other.getLocalPort()))
                    .satisfies(refusal -> assertThat(refusal.action()).contains("careloop.local.database-port"));
        }
    }

    @Test
    void beginsAnewAfterAFirstStartThatWasKilledHalfWay(@TempDir Path interrupted) throws Exception {
        Path half = Files.createDirectories(interrupted.resolve("postgresql"));
        Files.writeString(half.resolve("postgresql.conf"), "");

        try (EmbeddedDatabase database = EmbeddedDatabase.start(interrupted, FreePort.find())) {
            assertThat(ask(database, "select 1")).isEqualTo("1");
        }
        assertThat(interrupted).isDirectoryContaining("glob:**postgresql-unfinished-*");
    }

    private EmbeddedDatabase start() {
        return EmbeddedDatabase.start(folder, FreePort.find());
    }

    /** In a process of its own, which is killed as soon as its server runs. */
    private void startAndKill() throws Exception {
        Process application = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledApplication.class.getName(),
                        folder.toString(),
                        Integer.toString(FreePort.find()))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output = application.inputReader()) {
            assertThat(output.lines().anyMatch(KilledApplication.READY::equals)).isTrue();
        } finally {
            application.destroyForcibly().waitFor();
        }
    }

    private ProcessHandle server() throws IOException {
        List<String> lines = Files.readAllLines(pidFile());
        return ProcessHandle.of(Long.parseLong(lines.get(0))).orElseThrow();
    }

    private Path pidFile() {
        return folder.resolve("postgresql/postmaster.pid");
    }

    private static void run(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), "")) {
            connection.createStatement().execute(sql);
        }
    }

    private static String ask(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), "");
                var answer = connection.createStatement().executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
