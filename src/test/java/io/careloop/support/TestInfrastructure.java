package io.careloop.support;

import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Points a test's context at its own database and at the mail server of the run. */
public class TestInfrastructure implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Map<String, Object> settings = new HashMap<>(TestMail.settings());
        settings.put("spring.datasource.url", TestDatabase.create());
        settings.put("spring.datasource.username", "postgres");
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test infrastructure", settings));
    }
}
