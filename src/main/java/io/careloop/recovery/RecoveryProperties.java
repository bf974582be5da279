package io.careloop.recovery;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How customers are won back. Who decides on which amount, and what weighs how much, is in the decision tables.
 *
 * @param currency        ISO 4217 code of all amounts of cases that have none yet
 * @param stakePercent    share of the amount at stake above which a compensation needs a reason of its own
 * @param apologyWithin   opening hours until somebody has apologised
 * @param makeGoodWithin  opening hours from the apology until it is made good
 * @param approvalWithin  opening hours until a proposal is decided, and until a payment by hand is made
 * @param checkAfterDays  business days until the customer is asked whether it was made good
 * @param checks          tries to reach them
 * @param callingFrom     start of the hours in which they are asked on business days, in the calendar's zone
 * @param callingUntil    end of these hours
 * @param repeatDays      days in which contacts of a customer about the same count together
 * @param learningDays    business days until a learning item is worked up
 */
@Validated
@ConfigurationProperties("careloop.recovery")
public record RecoveryProperties(
        @NotNull @Pattern(regexp = "[A-Z]{3}") @DefaultValue("CNY")
        String currency,

        @Min(100) @DefaultValue("150") int stakePercent,
        @NotNull @DefaultValue("2h") Duration apologyWithin,
        @NotNull @DefaultValue("8h") Duration makeGoodWithin,
        @NotNull @DefaultValue("4h") Duration approvalWithin,
        @Min(1) @Max(2) @DefaultValue("1") int checkAfterDays,
        @Min(1) @DefaultValue("2") int checks,
        @NotNull @DefaultValue("09:00") LocalTime callingFrom,
        @NotNull @DefaultValue("20:00") LocalTime callingUntil,
        @Min(1) @DefaultValue("14") int repeatDays,
        @Min(1) @DefaultValue("5") int learningDays,
        @NotNull @Valid @DefaultValue Payment payment) {

    public RecoveryProperties {
        if (callingFrom != null && callingUntil != null && !callingFrom.isBefore(callingUntil)) {
            throw new IllegalArgumentException("careloop.recovery.calling-from has to lie before calling-until");
        }
    }

    /**
     * The service that pays. Without an address a person does.
     *
     * @param url                where payments are ordered, such as {@code https://pay.example.org/payments}
     * @param token              secret that the service knows us by; given by the environment
     * @param connectTimeout     until the service is reached
     * @param answerTimeout      until it has answered
     * @param attempts           calls until a person takes over
     * @param believeUnknownAfter time after an unanswered order from which on "never heard of it" is believed
     */
    public record Payment(
            URI url,
            String token,
            @NotNull @DefaultValue("2s") Duration connectTimeout,
            @NotNull @DefaultValue("5s") Duration answerTimeout,
            @Min(2) @Max(5) @DefaultValue("4") int attempts,
            @NotNull @DefaultValue("5m") Duration believeUnknownAfter) {

        /** A secret and orders to pay travel encrypted, unless they stay on this machine. */
        public Payment {
            if (url != null && !"https".equals(url.getScheme()) && !isLocal(url)) {
                throw new IllegalArgumentException(
                        "careloop.recovery.payment.url has to begin with https://, or name this machine");
            }
        }

        private static boolean isLocal(URI url) {
            return "http".equals(url.getScheme())
                    && Set.of("localhost", "127.0.0.1", "[::1]").contains(Objects.toString(url.getHost(), ""));
        }

        @Override
        public String toString() {
            return "Payment[url=%s]".formatted(url);
        }
    }
}
