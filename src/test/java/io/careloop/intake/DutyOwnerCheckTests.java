package io.careloop.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.careloop.engine.StartRefusedException;
import io.careloop.identity.Groups;
import io.careloop.identity.Staff;
import io.careloop.identity.StaffMember;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

/** Who owns what nobody took in person, in production. */
class DutyOwnerCheckTests {

    private final Staff staff = mock(Staff.class);
    private final ApplicationContextRunner start = new ApplicationContextRunner()
            .withUserConfiguration(Settings.class, DutyOwnerCheck.class)
            .withBean(Staff.class, () -> staff);
    private final ApplicationContextRunner production = start.withPropertyValues("spring.profiles.active=production");

    DutyOwnerCheckTests() {
        when(staff.membersOf(Groups.AGENTS)).thenReturn(List.of(new StaffMember("dora", "Dora", null)));
        when(staff.groupsOf("dora")).thenReturn(Set.of(Groups.AGENTS));
        when(staff.groupsOf("lena")).thenReturn(Set.of(Groups.LEGAL));
    }

    @Test
    void anAgentMayBeIt() {
        production
                .withPropertyValues("careloop.intake.duty-owner=dora")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void nobodyElseMay() {
        refused("lena");
        refused("nobody-of-that-name");
    }

    @Test
    void aDatabaseWithoutAnyAgentStartsSoThatTheyCanBeCreated() {
        when(staff.membersOf(Groups.AGENTS)).thenReturn(List.of());

        production.run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void theLocalStartAsksNothing() {
        start.withPropertyValues("careloop.intake.duty-owner=lena")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(DutyOwnerCheck.class));
    }

    private void refused(String owner) {
        production
                .withPropertyValues("careloop.intake.duty-owner=" + owner)
                .run(context -> assertThatThrownBy(() -> {
                            throw context.getStartupFailure();
                        })
                        .rootCause()
                        .isInstanceOf(StartRefusedException.class)
                        .hasMessageContaining("careloop.intake.duty-owner is " + owner));
    }

    @Configuration
    @EnableConfigurationProperties(IntakeSettings.class)
    static class Settings {}
}
