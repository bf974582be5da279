package io.careloop.deadline;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * By what time is counted.
 *
 * @param calendar name of the calendar by which everything is counted that names no other
 */
@Validated
@ConfigurationProperties("careloop.deadline")
public record DeadlineProperties(
        @NotBlank @DefaultValue("cn") String calendar) {}
