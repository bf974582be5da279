package io.careloop.cases;

import jakarta.validation.constraints.NotNull;
import java.time.ZoneId;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How case files are shown to the staff, and to whom.
 *
 * @param zone            in which times are shown
 * @param approvingGroups groups that see a case restricted to another group as long as it waits for them
 * @param writingGroups groups that write to customers, beside the owner of a case; all others speak to colleagues alone
 * @param contactHiddenFrom groups whose members do not see e-mail address and phone number of customers, unless they are
 *                        in another group as well
 */
@Validated
@ConfigurationProperties("careloop.cases")
public record CasesProperties(
        @NotNull @DefaultValue("Asia/Shanghai") ZoneId zone,

        @NotNull @DefaultValue({"legal", "quality", "negotiators"})
        Set<String> approvingGroups,

        @NotNull @DefaultValue({"agents", "experts", "complaints", "negotiators", "recovery"})
        Set<String> writingGroups,

        @NotNull @DefaultValue({"technology", "billing", "product"})
        Set<String> contactHiddenFrom) {}
