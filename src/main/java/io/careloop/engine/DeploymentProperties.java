package io.careloop.engine;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How a start deploys what the release brings.
 *
 * @param overtake keys of diagrams, tables and forms whose version, deployed by an owner, this release shall replace; the
 *     others keep the owner's version
 */
@Validated
@ConfigurationProperties("careloop.engine.deployment")
public record DeploymentProperties(@DefaultValue Set<String> overtake) {}
