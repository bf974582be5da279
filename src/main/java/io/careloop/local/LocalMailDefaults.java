package io.careloop.local;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

/**
 * Points the mail settings at the local mail server where no mail server is configured. As properties, since the mail
 * sender's own configuration asks for one, and of the lowest rank, so that any setting wins. Registered in {@code META-INF/spring.factories}.
 */
class LocalMailDefaults implements EnvironmentPostProcessor, Ordered {

    static final String SOURCE = "local mail server";

    static final String USER = "service";
    static final String PASSWORD = "service";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean configured = !environment.getProperty("spring.mail.host", "").isBlank();
        if (configured || environment.acceptsProfiles(Profiles.of("production"))) {
            return;
        }
        LocalSettings settings = Binder.get(environment).bindOrCreate("careloop.local", LocalSettings.class);
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        SOURCE,
                        Map.of(
                                "spring.mail.host",
                                "127.0.0.1",
                                "spring.mail.port",
                                settings.smtpPort(),
                                "careloop.mail.imap.host",
                                "127.0.0.1",
                                "careloop.mail.imap.port",
                                settings.imapPort(),
                                "careloop.mail.imap.user",
                                USER,
                                "careloop.mail.imap.password",
                                PASSWORD,
                                "careloop.mail.imap.ssl",
                                false)));
    }

    /** After the configuration files have been read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
