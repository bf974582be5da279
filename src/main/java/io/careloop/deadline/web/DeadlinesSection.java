package io.careloop.deadline.web;

import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseFileSection;
import io.careloop.cases.CaseRights;
import io.careloop.cases.Reader;
import io.careloop.deadline.CaseProof;
import io.careloop.deadline.ClockKind;
import io.careloop.deadline.ClockProof;
import io.careloop.deadline.DeadlineProofs;
import io.careloop.deadline.PauseRule;
import io.careloop.deadline.PauseRules;
import io.careloop.identity.Staff;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The clocks of a case on its page: when each is due, what is left, how that is counted, and what can be done about it. */
@Component
@Order(10)
class DeadlinesSection implements CaseFileSection {

    private final DeadlineProofs proofs;
    private final PauseRules rules;
    private final CaseRights rights;
    private final Staff staff;
    private final MessageSource messages;
    private final Clock time;

    DeadlinesSection(
            DeadlineProofs proofs,
            PauseRules rules,
            CaseRights rights,
            Staff staff,
            MessageSource messages,
            Clock time) {
        this.proofs = proofs;
        this.rules = rules;
        this.rights = rights;
        this.staff = staff;
        this.messages = messages;
        this.time = time;
    }

    @Override
    public Optional<Section> forCase(CaseFile file, String viewer) {
        CaseProof proof = proofs.of(file.reference());
        if (proof.clocks().isEmpty()) {
            return Optional.empty();
        }
        Reader reader = new Reader(viewer, staff.groupsOf(viewer));
        boolean mayAct = rights.mayWrite(reader);
        Instant now = time.instant();
        ClockTexts texts = new ClockTexts(messages, LocaleContextHolder.getLocale());
        Map<Boolean, List<ShownClock>> shown = proof.clocks().stream()
                .map(clock -> texts.show(
                        clock, proof.isProven(clock), mayAct ? reasons(file, clock, reader) : List.of(), mayAct, now))
                .collect(Collectors.partitioningBy(clock -> clock.id().startsWith(ClockKind.STAGE.code())));
        return Optional.of(new Section(
                "deadline.title",
                "desk/deadlines :: section",
                Map.of(
                        "clocks", shown.get(false),
                        "stages", shown.get(true),
                        "reference", file.reference(),
                        "chainIntact", proof.chain().isIntact(),
                        "chainLength", proof.chain().length(),
                        "chainHead", proof.chain().head())));
    }

    private List<String> reasons(CaseFile file, ClockProof clock, Reader reader) {
        return rules.of(file.reference().value(), clock.clock().kind()).stream()
                .filter(rule -> rule.isFor(reader.groups()))
                .map(PauseRule::reason)
                .toList();
    }
}
