package io.careloop.followup;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How customers are called after the solution.
 *
 * @param afterDays    business days between the confirmed solution and the first call
 * @param tries        calls until the customer counts as not reached
 * @param retryAfter   time between two tries
 * @param callingFrom  start of the hours in which customers are called on business days, in the calendar's zone
 * @param callingUntil end of these hours
 */
@Validated
@ConfigurationProperties("careloop.followup")
public record FollowupProperties(
        @Min(1) @Max(2) @DefaultValue("1") int afterDays,
        @Min(1) @DefaultValue("3") int tries,
        @NotNull @DefaultValue("4h") Duration retryAfter,
        @NotNull @DefaultValue("09:00") LocalTime callingFrom,
        @NotNull @DefaultValue("20:00") LocalTime callingUntil) {

    public FollowupProperties {
        if (callingFrom != null && callingUntil != null && !callingFrom.isBefore(callingUntil)) {
            throw new IllegalArgumentException("careloop.followup.calling-from has to lie before calling-until");
        }
    }
}
