package io.careloop.cases;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much may be attached.
 *
 * @param fileSize of one file
 * @param caseSize of all files of a case together
 * @param files    number of files of a case
 */
@Validated
@ConfigurationProperties("careloop.cases.attachments")
public record AttachmentSettings(
        @NotNull @DefaultValue("5MB") DataSize fileSize,
        @NotNull @DefaultValue("25MB") DataSize caseSize,
        @Positive @DefaultValue("50") int files) {

    /**
     * Why a file may not be added; {@code refusal.<code>} says it in words.
     *
     * @param filesBefore number of files that the case has
     * @param bytesBefore their size
     */
    public Optional<String> refusalOf(int filesBefore, long bytesBefore, long size) {
        if (size == 0) {
            return Optional.of("file-empty");
        }
        if (size > fileSize.toBytes()) {
            return Optional.of("file-too-large");
        }
        if (filesBefore >= files) {
            return Optional.of("too-many-files");
        }
        return bytesBefore + size > caseSize.toBytes() ? Optional.of("case-full") : Optional.empty();
    }
}
