package io.careloop.insight;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How figures are understood. Cases that are told already keep what was set then until all is told anew.
 *
 * @param cameBackWithin time after the closing of a case within which a request of the same kind by the same customer says
 *                       that the case had not ended with its answer
 */
@Validated
@ConfigurationProperties("careloop.insight")
record InsightProperties(@NotNull @DefaultValue("14d") Duration cameBackWithin) {}
