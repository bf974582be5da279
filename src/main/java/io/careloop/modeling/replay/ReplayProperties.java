package io.careloop.modeling.replay;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How changed models are tried on the past.
 *
 * @param kept    runs that are kept with their results; older ones are removed when a new one starts
 * @param threads that evaluate at once
 */
@Validated
@ConfigurationProperties("careloop.modeling.replay")
record ReplayProperties(
        @Min(1) @DefaultValue("20") int kept,
        @Min(1) @DefaultValue("2") int threads) {}
