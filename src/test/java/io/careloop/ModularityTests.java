package io.careloop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    final ApplicationModules modules = ApplicationModules.of(CareloopApplication.class);

    @Test
    void modulesKeepTheirBoundaries() {
        modules.verify();
    }

    @Test
    void everyTopLevelPackageIsAKnownModule() {
        assertThat(modules.stream().map(module -> module.getIdentifier().toString()))
                .containsExactlyInAnyOrder(
                        "cases",
                        "collaboration",
                        "deadline",
                        "demo",
                        "engine",
                        "escalation",
                        "followup",
                        "identity",
                        "insight",
                        "intake",
                        "local",
                        "modeling",
                        "notification",
                        "portal",
                        "recovery",
                        "resolution",
                        "triage");
    }
}
