package io.careloop.cases;

import jakarta.validation.constraints.NotNull;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How case files are shown to the staff.
 *
 * @param zone in which times are shown
 */
@Validated
@ConfigurationProperties("careloop.cases")
public record CasesProperties(
        @NotNull @DefaultValue("Asia/Shanghai") ZoneId zone) {}
