package io.careloop.deadline;

import jakarta.validation.constraints.NotNull;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How promises to customers are watched.
 *
 * @param dayEnds local time at which a promised day is over, in the zone of the calendar
 */
@Validated
@ConfigurationProperties("careloop.deadline.promises")
public record PromiseProperties(
        @NotNull @DefaultValue("18:00") LocalTime dayEnds) {}
