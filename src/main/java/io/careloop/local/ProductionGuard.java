package io.careloop.local;

import io.careloop.engine.StartRefusedException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;

/** Refuses a production start, before anything is connected, with settings that are made for trying out. */
@Configuration(proxyBeanMethods = false)
@Profile("production")
class ProductionGuard {

    @Bean
    static BeanFactoryPostProcessor productionSettings(Environment environment) {
        return beans -> {
            List<String> broken = ProductionRules.broken(environment);
            if (!broken.isEmpty()) {
                throw new StartRefusedException(
                        broken.stream()
                                .map(rule -> "  - " + rule)
                                .collect(Collectors.joining("\n", "The production profile refuses to start:\n", "")),
                        "Set right what is listed, or start without the profile to try Careloop out.");
            }
        };
    }
}
