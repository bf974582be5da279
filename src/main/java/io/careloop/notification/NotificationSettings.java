package io.careloop.notification;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How messages are delivered.
 *
 * @param retryDelays  waits after the first, second, ... failed attempt; a message that fails after the last is given up
 * @param pollInterval how often the outbox is looked through; messages queued on this node leave at once after their
 *     commit, so this is for retries and for what another node left
 * @param sendingLimit how long a message may be in sending before its sender counts as crashed; longer than any mail
 *     server may take for one mail
 * @param afterCrash   what becomes of such a message, which may have left or not
 * @param tellWithin   time in which a person tells the customer what could not be delivered; elapsed
 * @param staffLocale  language of messages to the staff
 */
@Validated
@ConfigurationProperties("careloop.notification")
public record NotificationSettings(
        @NotEmpty @DefaultValue({"30s", "2m", "10m", "30m", "1h", "2h", "4h"})
        List<@NotNull Duration> retryDelays,

        @NotNull @DefaultValue("5s") Duration pollInterval,
        @NotNull @DefaultValue("5m") Duration sendingLimit,
        @NotNull @DefaultValue("resend") AfterCrash afterCrash,
        @NotNull @DefaultValue("4h") Duration tellWithin,
        @NotNull @DefaultValue("en") Locale staffLocale) {

    /** A mail server cannot be asked whether it took a message. */
    public enum AfterCrash {
        /** Send it again under the same Message-ID: it comes at least once, perhaps twice. */
        RESEND,
        /** Leave it to a person: it comes at most once by itself. */
        HOLD
    }
}
