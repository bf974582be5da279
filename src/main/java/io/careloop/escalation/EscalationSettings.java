package io.careloop.escalation;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How complaints climb, beyond what the tables of {@code processes/escalation} say.
 *
 * @param sensitiveGroup  group to which a sensitive case is left
 * @param comparableCases how many cases with an offer above standard a negotiator is shown
 */
@Validated
@ConfigurationProperties("careloop.escalation")
public record EscalationSettings(
        @NotBlank @DefaultValue("complaints") String sensitiveGroup,
        @Min(1) @DefaultValue("5") int comparableCases) {}
