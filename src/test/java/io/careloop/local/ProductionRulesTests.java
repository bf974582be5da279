package io.careloop.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.engine.MailSettings;
import io.careloop.engine.StartRefusedException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.env.MockEnvironment;

/** What keeps a production start from running on what is made for trying out. */
class ProductionRulesTests {

    private final ApplicationContextRunner production = new ApplicationContextRunner()
            .withUserConfiguration(ProductionGuard.class)
            .withPropertyValues("spring.profiles.active=production");

    @Test
    void startsWithADatabaseAMailServerAnAddressAndSecretsOfItsOwn() {
        complete().run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void namesAllThatIsMissingAtOnce() {
        production.run(context -> assertThat(context)
                .getFailure()
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("SPRING_DATASOURCE_URL")
                .hasMessageContaining("SPRING_MAIL_HOST")
                .hasMessageContaining("CARELOOP_MAIL_ADDRESS"));
    }

    @Test
    void refusesLinksInMailsThatLeadToTheReadersOwnMachine() {
        complete()
                .withPropertyValues("careloop.public-address=http://localhost:8080")
                .run(context -> assertThat(context).getFailure().hasMessageContaining("CARELOOP_PUBLIC_ADDRESS"));
    }

    @Test
    void refusesASecretThatAnybodyKnows() {
        complete()
                .withPropertyValues("careloop.mail.imap.password=service", "spring.datasource.password=postgres")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasMessageContaining("careloop.mail.imap.password")
                        .hasMessageContaining("spring.datasource.password"));
    }

    @Test
    void looksAtSecretsOnly() {
        MockEnvironment environment = new MockEnvironment()
                .withProperty("spring.datasource.url", "jdbc:postgresql://db/careloop")
                .withProperty("spring.datasource.username", "postgres")
                .withProperty("spring.mail.host", "mail")
                .withProperty("careloop.mail.address", "service@example.com")
                .withProperty("careloop.public-address", "https://care.example.com")
                .withProperty("careloop.mail.imap.user", "service");

        assertThat(ProductionRules.broken(environment)).isEmpty();
    }

    @Test
    void mailTravelsEncryptedInProductionUnlessToldOtherwise() {
        ApplicationContextRunner settings =
                new ApplicationContextRunner().withInitializer(new ConfigDataApplicationContextInitializer());
        ApplicationContextRunner inProduction = settings.withPropertyValues("spring.profiles.active=production");

        settings.run(context -> {
            assertThat(smtp(context)).containsEntry("starttls.enable", "true").doesNotContainKey("starttls.required");
            assertThat(imap(context).tlsRequired()).isFalse();
        });
        inProduction.run(context -> {
            assertThat(smtp(context))
                    .containsEntry("starttls.enable", "true")
                    .containsEntry("starttls.required", "true");
            assertThat(imap(context).tlsRequired()).isTrue();
        });
        inProduction
                .withPropertyValues(
                        "spring.mail.properties.mail.smtp.starttls.required=false",
                        "careloop.mail.imap.tls-required=false")
                .run(context -> {
                    assertThat(smtp(context)).containsEntry("starttls.required", "false");
                    assertThat(imap(context).tlsRequired()).isFalse();
                });
    }

    private static Map<String, String> smtp(ApplicationContext context) {
        return Binder.get(context.getEnvironment())
                .bind("spring.mail.properties.mail.smtp", Bindable.mapOf(String.class, String.class))
                .get();
    }

    private static MailSettings.Imap imap(ApplicationContext context) {
        return Binder.get(context.getEnvironment())
                .bindOrCreate("careloop.mail", MailSettings.class)
                .imap();
    }

    private ApplicationContextRunner complete() {
        return production.withPropertyValues(
                "spring.datasource.url=jdbc:postgresql://db/careloop",
                "spring.datasource.password=k3N-oth1ng-known",
                "spring.mail.host=mail.example.com",
                "careloop.public-address=https://care.example.com",
                "careloop.mail.address=service@example.com");
    }
}
