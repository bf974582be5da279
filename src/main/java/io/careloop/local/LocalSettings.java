package io.careloop.local;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The start on a bare machine. All ports are on the loopback address only.
 *
 * @param dataFolder       where the embedded PostgreSQL keeps its data, relative to the working directory
 * @param databasePort     of the embedded PostgreSQL; each data folder in use at a time needs its own
 * @param smtpPort         of the local mail server
 * @param imapPort         of the local mail server
 * @param stopWithLauncher ends the application when the process that launched it is gone, however it went
 */
@Validated
@ConfigurationProperties("careloop.local")
record LocalSettings(
        @NotNull @DefaultValue("data") Path dataFolder,
        @Min(1) @Max(65535) @DefaultValue("54320") int databasePort,
        @Min(1) @Max(65535) @DefaultValue("3025") int smtpPort,
        @Min(1) @Max(65535) @DefaultValue("3143") int imapPort,
        @DefaultValue("false") boolean stopWithLauncher) {}
