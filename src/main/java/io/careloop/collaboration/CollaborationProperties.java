package io.careloop.collaboration;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How departments work together.
 *
 * @param decideWithin     opening hours within which an owner or a coordinator takes care of what a department gave back
 * @param coordinateWithin opening hours within which a coordinator looks after several departments
 * @param minutesWithin    business days after the call of a task force within which its minutes are written
 */
@Validated
@ConfigurationProperties("careloop.collaboration")
public record CollaborationProperties(
        @NotNull @DefaultValue("2h") Duration decideWithin,
        @NotNull @DefaultValue("2h") Duration coordinateWithin,
        @DefaultValue("5") int minutesWithin) {}
