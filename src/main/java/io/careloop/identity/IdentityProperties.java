package io.careloop.identity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who exists from the start.
 *
 * @param localUsers    creates one user for each role, whose password is its name: for a machine that only its owner reaches
 * @param administrator the first administrator, created if there is no user of that name; null creates none
 */
@Validated
@ConfigurationProperties("careloop.identity")
record IdentityProperties(
        @DefaultValue("true") boolean localUsers, @Valid Administrator administrator) {

    record Administrator(
            @NotBlank String name, @NotBlank @Size(min = 12) String password) {

        @Override
        public String toString() {
            return "Administrator[name=%s]".formatted(name);
        }
    }
}
