package io.careloop.demo;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the profile {@code demo} plays.
 *
 * @param seed  the same seed makes the same customers ask the same things
 * @param cases about how many cases
 * @param days  over how many days, up to now
 */
@Validated
@ConfigurationProperties("careloop.demo")
record DemoSettings(
        @DefaultValue("7") long seed,
        @Min(1) @Max(5000) @DefaultValue("220") int cases,
        @Min(1) @Max(365) @DefaultValue("90") int days) {}
