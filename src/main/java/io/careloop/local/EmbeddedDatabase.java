package io.careloop.local;

import io.careloop.engine.StartRefusedException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/**
 * A PostgreSQL of our own, its data and its programs in the data folder. It is as durable as an installed one: the
 * library's defaults trade that for speed, since they are made for tests.
 */
class EmbeddedDatabase implements JdbcConnectionDetails, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration RECOVERY = Duration.ofMinutes(3);
    private static final String USER = "postgres";

    private final DataFolder folder;
    private final EmbeddedPostgres server;

    private EmbeddedDatabase(DataFolder folder, EmbeddedPostgres server) {
        this.folder = folder;
        this.server = server;
    }

    /**
     * Starts the server on the folder's data, or on new data if the folder has none.
     *
     * @throws StartRefusedException if the folder or the port is in use, or the server does not start
     */
    static EmbeddedDatabase start(Path dataFolder, int port) {
        DataFolder folder = DataFolder.open(dataFolder);
        try {
            folder.endOrphan();
            Loopback.requireFree(port, "the embedded PostgreSQL", "database-port");
            folder.removeUnfinished();
            EmbeddedPostgres server = startServer(folder, port);
            folder.markFinished();
            log.info("Embedded PostgreSQL runs on port {} with its data in {}", port, folder.data());
            return new EmbeddedDatabase(folder, server);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static EmbeddedPostgres startServer(DataFolder folder, int port) {
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(folder.data())
                    .setOverrideWorkingDirectory(folder.programs().toFile())
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    // the application stops it last; a hook of its own would run beside the application's
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(RECOVERY)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    // sorts and folds case alike on every machine
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setLocaleConfig("locale", "C")
                    .start();
        } catch (IOException | RuntimeException | ExceptionInInitializerError e) {
            throw new StartRefusedException(
                    "The embedded PostgreSQL did not start on %s: %s".formatted(folder.data(), e.getMessage()),
                    "See the lines of the log above, or set SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and"
                            + " SPRING_DATASOURCE_PASSWORD to use an installed PostgreSQL.",
                    e);
        }
    }

    @Override
    public String getUsername() {
        return USER;
    }

    /** None: the server listens on the loopback address and trusts it. */
    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public String getJdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(server.getPort());
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            folder.close();
        }
    }
}
