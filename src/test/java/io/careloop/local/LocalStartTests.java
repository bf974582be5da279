package io.careloop.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.engine.MovableClock;
import io.careloop.engine.StartRefusedException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What is started where nothing is configured, and what is left alone. */
class LocalStartTests {

    private final ApplicationContextRunner start = new ApplicationContextRunner()
            .withUserConfiguration(
                    Settings.class, DatabaseConfiguration.Embedded.class, DatabaseConfiguration.Missing.class)
            .withBean(MovableClock.class);

    @Test
    void saysWhatToSetWhenThereIsNoDatabaseAndNoEmbeddedOne() {
        start.withClassLoader(new FilteredClassLoader("io.zonky"))
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOfSatisfying(
                                StartRefusedException.class,
                                refusal -> assertThat(refusal.action())
                                        .contains(
                                                "SPRING_DATASOURCE_URL",
                                                "SPRING_DATASOURCE_USERNAME",
                                                "SPRING_DATASOURCE_PASSWORD")));
    }

    @Test
    void startsNoDatabaseWhereOneIsConfigured() {
        start.withPropertyValues("spring.datasource.url=jdbc:postgresql://db/careloop")
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(JdbcConnectionDetails.class)
                        .doesNotHaveBean(LocalClock.class));
    }

    @Test
    void sendsMailToTheLocalServerOnlyWhereNoOtherIsConfigured() {
        StandardEnvironment bare = new StandardEnvironment();
        StandardEnvironment configured = new StandardEnvironment();
        configured.getPropertySources().addFirst(new MapPropertySource("own", Map.of("spring.mail.host", "mail")));
        StandardEnvironment production = new StandardEnvironment();
        production.setActiveProfiles("production");

        for (StandardEnvironment environment : new StandardEnvironment[] {bare, configured, production}) {
            new LocalMailDefaults().postProcessEnvironment(environment, new SpringApplication());
        }

        assertThat(bare.getProperty("spring.mail.host")).isEqualTo("127.0.0.1");
        assertThat(bare.getProperty("careloop.mail.imap.port", int.class)).isEqualTo(3143);
        assertThat(ConditionalOnLocalMail.LocalMail.matches(bare)).isTrue();
        assertThat(configured.getProperty("spring.mail.host")).isEqualTo("mail");
        assertThat(configured.getProperty("careloop.mail.imap.host")).isNull();
        assertThat(ConditionalOnLocalMail.LocalMail.matches(configured)).isFalse();
        assertThat(production.getProperty("spring.mail.host")).isNull();
        assertThat(ConditionalOnLocalMail.LocalMail.matches(production)).isFalse();
    }

    @Configuration
    @EnableConfigurationProperties(LocalSettings.class)
    static class Settings {}
}
