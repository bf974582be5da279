package io.careloop.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * A PostgreSQL for very much data, with memory as an installed one would have and as durable as that. The setting
 * {@code careloop.benchmark.insight-data} names a folder in which its data stays for the next run.
 */
class KeptServer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Map<String, String> SETTINGS = new TreeMap<>(Map.of(
            "fsync", "on",
            "synchronous_commit", "on",
            "shared_buffers", "1GB",
            "effective_cache_size", "4GB",
            "random_page_cost", "1.1",
            "max_wal_size", "4GB"));

    private static final EmbeddedPostgres SERVER = start();

    static String url() {
        return SERVER.getJdbcUrl("postgres", "postgres");
    }

    /** For whoever reads the results. */
    static String settings() {
        return SETTINGS.entrySet().stream()
                .map(setting -> "`" + setting.getKey() + "=" + setting.getValue() + "`")
                .collect(Collectors.joining(", "));
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "kept server",
                        Map.of(
                                "spring.datasource.url", url(),
                                "spring.datasource.username", "postgres",
                                "careloop.local.smtp-port", DurableServer.freePort(),
                                "careloop.local.imap-port", DurableServer.freePort())));
    }

    private static EmbeddedPostgres start() {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
        SETTINGS.forEach(builder::setServerConfig);
        String folder = System.getProperty("careloop.benchmark.insight-data", "");
        try {
            if (!folder.isEmpty()) {
                builder.setDataDirectory(Files.createDirectories(Path.of(folder)))
                        .setCleanDataDirectory(false);
            }
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
