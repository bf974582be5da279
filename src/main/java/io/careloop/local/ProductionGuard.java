package io.careloop.local;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;

/** Refuses a production start on what is made for trying out. */
@Configuration(proxyBeanMethods = false)
@Profile("production")
class ProductionGuard {

    /** Before anything is connected. */
    @Bean
    static BeanFactoryPostProcessor productionSettings(Environment environment) {
        return beans -> refuseIfAny(ProductionRules.broken(environment));
    }

    /** Before the first request is taken and the first job run. */
    @Bean
    SmartInitializingSingleton productionUsers(LocalUsers users) {
        return () -> refuseIfAny(users.present().stream()
                .map(user -> "The user '%s' of the local start exists: delete it.".formatted(user.name()))
                .toList());
    }

    static void refuseIfAny(List<String> broken) {
        if (!broken.isEmpty()) {
            throw new LocalStartException(
                    broken.stream()
                            .map(rule -> "  - " + rule)
                            .collect(Collectors.joining("\n", "The production profile refuses to start:\n", "")),
                    "Set right what is listed, or start without the profile to try Careloop out.");
        }
    }
}
