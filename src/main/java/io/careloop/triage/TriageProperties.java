package io.careloop.triage;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the tables of triage count.
 *
 * @param recent within this time another case of a customer counts as the same trouble coming back
 */
@Validated
@ConfigurationProperties("careloop.triage")
public record TriageProperties(@NotNull @DefaultValue("14d") Duration recent) {}
