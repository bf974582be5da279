package io.careloop.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** What the settings of a production start must have, and must not. */
final class ProductionRules {

    private static final Pattern SECRET =
            Pattern.compile("(.*[.-])?(password|secret|token|api-?key|key)s?(\\..*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern LOOPBACK =
            Pattern.compile("https?://(localhost|127\\.[\\d.]+|\\[::1])([:/].*)?", Pattern.CASE_INSENSITIVE);
    private static final Set<String> DEFAULTS = Set.of(
            LocalMailDefaults.PASSWORD,
            "admin",
            "careloop",
            "changeit",
            "changeme",
            "demo",
            "password",
            "postgres",
            "secret",
            "test");

    private ProductionRules() {}

    /** Sentences, one for each rule that is broken; empty if all is well. */
    static List<String> broken(Environment environment) {
        List<String> broken = new ArrayList<>();
        if (environment.getProperty("spring.datasource.url", "").isBlank()) {
            broken.add("No database is configured: set SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and"
                    + " SPRING_DATASOURCE_PASSWORD.");
        }
        if (environment.getProperty("spring.mail.host", "").isBlank()) {
            broken.add("No mail server is configured: set SPRING_MAIL_HOST, and with it SPRING_MAIL_PORT,"
                    + " SPRING_MAIL_USERNAME and SPRING_MAIL_PASSWORD as that server asks.");
        }
        if (environment.getProperty("careloop.mail.address", "").isBlank()) {
            broken.add("The service has no mail address: set CARELOOP_MAIL_ADDRESS.");
        }
        if (LOOPBACK.matcher(environment.getProperty("careloop.public-address", "http://localhost"))
                .matches()) {
            broken.add("Links in mails lead to this machine: set CARELOOP_PUBLIC_ADDRESS to the address of the pages.");
        }
        defaultSecrets(environment)
                .map(name -> "%s is a default that anybody knows: set a secret of your own.".formatted(name))
                .forEach(broken::add);
        return broken;
    }

    private static Stream<String> defaultSecrets(Environment environment) {
        return Stream.of("careloop", "spring.datasource", "spring.mail")
                .flatMap(prefix -> settings(environment, prefix)
                        .filter(setting -> SECRET.matcher(setting.getKey()).matches())
                        .filter(setting -> DEFAULTS.contains(setting.getValue().toLowerCase(Locale.ROOT)))
                        .map(setting -> prefix + "." + setting.getKey()))
                .sorted();
    }

    private static Stream<Map.Entry<String, String>> settings(Environment environment, String prefix) {
        return Binder.get(environment)
                .bind(prefix, Bindable.mapOf(String.class, String.class))
                .map(Map::entrySet)
                .map(Set::stream)
                .orElseGet(Stream::empty);
    }
}
