package io.careloop.intake;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What is taken in, and how much of it.
 *
 * @param dutyOwner         user id of the owner of cases that nobody took in person
 * @param defaultRegion     two-letter region of phone numbers without a country code
 * @param descriptionLength characters that a description may have
 * @param textLength        characters of the other texts: remedy sought, steps tried
 * @param lineLength        characters of names, subjects and products
 * @param idempotencyKept   how long a used idempotency key and the id of a handled mail are remembered
 */
@Validated
@ConfigurationProperties("careloop.intake")
public record IntakeSettings(
        @NotBlank @DefaultValue("agent") String dutyOwner,

        @NotNull @Pattern(regexp = "[A-Z]{2}") @DefaultValue("CN")
        String defaultRegion,

        @Positive @DefaultValue("20000") int descriptionLength,
        @Positive @DefaultValue("5000") int textLength,
        @Positive @DefaultValue("300") int lineLength,
        @NotNull @DefaultValue("30d") Duration idempotencyKept,
        @NotNull @Valid @DefaultValue Mail mail) {

    /**
     * How mail is taken in.
     *
     * @param pollEvery          time between two looks into the mailbox
     * @param largest            what of one mail is read; the rest of a larger one stays in the mailbox
     * @param perSender          mails of one sender that are taken within {@code perSenderWithin}; more are set aside
     * @param failedFolder       mailbox folder for mails that could not be handled or were too many
     * @param attempts           how often a mail is tried before it goes there
     */
    public record Mail(
            @NotNull @DefaultValue("10s") Duration pollEvery,
            @NotNull @DefaultValue("30MB") DataSize largest,
            @Positive @DefaultValue("30") int perSender,
            @NotNull @DefaultValue("1h") Duration perSenderWithin,
            @NotBlank @DefaultValue("Failed") String failedFolder,
            @Positive @DefaultValue("5") int attempts) {}
}
