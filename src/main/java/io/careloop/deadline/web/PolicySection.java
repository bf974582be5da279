package io.careloop.deadline.web;

import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseFileSection;
import io.careloop.cases.Reader;
import io.careloop.deadline.Extensions;
import io.careloop.deadline.WorkingTime;
import io.careloop.deadline.policy.PolicyPack;
import io.careloop.deadline.policy.PolicyPacks;
import io.careloop.identity.Staff;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The rules that a case started under, and for those whom they allow it, a place to extend its deadline. */
@Component
@Order(15)
class PolicySection implements CaseFileSection {

    private final PolicyPacks packs;
    private final Extensions extensions;
    private final Staff staff;
    private final WorkingTime workingTime;

    PolicySection(PolicyPacks packs, Extensions extensions, Staff staff, WorkingTime workingTime) {
        this.packs = packs;
        this.extensions = extensions;
        this.staff = staff;
        this.workingTime = workingTime;
    }

    @Override
    public Optional<Section> forCase(CaseFile file, String viewer) {
        PolicyPack pack = packs.of(file.reference());
        Map<String, Object> shown = new HashMap<>();
        shown.put("reference", file.reference());
        shown.put("id", pack.id());
        shown.put("name", pack.name().in(LocaleContextHolder.getLocale()));
        shown.put("version", pack.version());
        extensions
                .latestFor(file, new Reader(viewer, staff.groupsOf(viewer)))
                .ifPresent(latest -> shown.put("latest", local(latest)));
        return Optional.of(new Section("policy.section", "desk/extension :: section", shown));
    }

    /** As a field for a date and time wants it. */
    private LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, workingTime.zone()).truncatedTo(ChronoUnit.MINUTES);
    }
}
