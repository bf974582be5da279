package io.careloop.portal;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much a stranger may do. All are counted per minute on each node; an address is an IPv4 address or an IPv6 network
 * of 64 bits.
 *
 * @param registrationsPerMinute requests that one address may send
 * @param wrongTokensPerMinute   tracking links without a case that one address may try
 * @param changesPerMinute       messages, answers and the like that one case takes
 */
@Validated
@ConfigurationProperties("careloop.portal")
record PortalProperties(
        @Positive @DefaultValue("20") int registrationsPerMinute,
        @Positive @DefaultValue("20") int wrongTokensPerMinute,
        @Positive @DefaultValue("30") int changesPerMinute) {}
