package io.careloop.local;

import io.careloop.engine.MovableClock;
import io.careloop.engine.StartRefusedException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Profile;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Where no database is configured: the embedded one if it is on the class path, else a sentence that says what to set. */
final class DatabaseConfiguration {

    private static final String EMBEDDED = "io.zonky.test.db.postgres.embedded.EmbeddedPostgres";

    @Configuration
    @Profile("!production")
    @Conditional(NoDatabaseConfigured.class)
    @ConditionalOnClass(name = EMBEDDED)
    static class Embedded {

        /** The clock goes first: nothing may write to the data with a time before the one that it was left at. */
        @Bean(destroyMethod = "close")
        @DependsOn("localClock")
        JdbcConnectionDetails embeddedDatabase(LocalSettings settings) {
            return EmbeddedDatabase.start(settings.dataFolder(), settings.databasePort());
        }

        @Bean
        LocalClock localClock(LocalSettings settings, MovableClock clock) {
            return new LocalClock(settings.dataFolder(), clock);
        }
    }

    @Configuration
    @Profile("!production")
    @Conditional(NoDatabaseConfigured.class)
    @ConditionalOnMissingClass(EMBEDDED)
    static class Missing {

        @Bean
        JdbcConnectionDetails missingDatabase() {
            throw new StartRefusedException(
                    "No database is configured, and this packaging of Careloop carries none.",
                    "Set SPRING_DATASOURCE_URL (jdbc:postgresql://host:5432/careloop), SPRING_DATASOURCE_USERNAME and"
                            + " SPRING_DATASOURCE_PASSWORD to those of a PostgreSQL 15 to 17.");
        }
    }

    private DatabaseConfiguration() {}

    static class NoDatabaseConfigured implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return context.getEnvironment()
                    .getProperty("spring.datasource.url", "")
                    .isBlank();
        }
    }
}
