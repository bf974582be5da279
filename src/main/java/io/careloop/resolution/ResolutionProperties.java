package io.careloop.resolution;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the frame of a case behaves.
 *
 * @param claimWithin  opening hours within which somebody of a team claims a request, before another team is asked
 * @param readWithin   opening hours within which the owner reads what a customer wrote
 * @param remindAfter  opening hours of silence after which the customer is reminded of a question
 * @param personAfter  opening hours of silence after the reminder until somebody calls
 * @param reopenWithin time after closing in which the same case comes back; later a linked one is opened
 * @param dayEnds      local time at which a promised day is over, in the zone of the calendar
 */
@Validated
@ConfigurationProperties("careloop.resolution")
public record ResolutionProperties(
        @NotNull @DefaultValue("4h") Duration claimWithin,
        @NotNull @DefaultValue("2h") Duration readWithin,
        @NotNull @DefaultValue("8h") Duration remindAfter,
        @NotNull @DefaultValue("8h") Duration personAfter,
        @NotNull @DefaultValue("30d") Duration reopenWithin,
        @NotNull @DefaultValue("18:00") LocalTime dayEnds) {}
