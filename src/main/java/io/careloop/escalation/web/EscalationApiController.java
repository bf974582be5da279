package io.careloop.escalation.web;

import io.careloop.cases.CaseRights;
import io.careloop.cases.Reader;
import io.careloop.escalation.Escalation;
import io.careloop.escalation.EscalationHistory;
import io.careloop.escalation.EscalationHistory.Step;
import io.careloop.escalation.EscalationHistory.Told;
import io.careloop.escalation.GivenReason;
import io.careloop.escalation.TierVisit;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How a complaint climbs, for programs. Times are in UTC. */
@RestController
@RequestMapping("/api/cases/{reference}/escalation")
class EscalationApiController {

    private final CaseRights rights;
    private final EscalationHistory history;

    EscalationApiController(CaseRights rights, EscalationHistory history) {
        this.rights = rights;
        this.history = history;
    }

    /** The escalation that goes on, and all that were; 404 if the caller may see no such case. */
    @GetMapping
    Escalated show(@PathVariable String reference, Reader reader) {
        List<View> all = history.of(rights.visible(reference, reader).reference()).stream()
                .map(View::of)
                .toList();
        View open = all.stream()
                .filter(view -> view.state().equals(View.OPEN))
                .findFirst()
                .orElse(null);
        return new Escalated(open, all);
    }

    /**
     * @param open        null while none goes on
     * @param escalations all, oldest first
     */
    record Escalated(View open, List<View> escalations) {}

    /** @param state {@code open}, {@code answered}, {@code handed-back} or {@code case-over} */
    record View(
            String state,
            Instant openedAt,
            Instant endedAt,
            String endingReason,
            String risk,
            boolean sensitive,
            int tier,
            String team,
            Instant dueAt,
            String reviewer,
            int round,
            String answer,
            String offer,
            List<Reason> reasons,
            List<TierVisit> tiers,
            List<Step> decisions) {

        private static final String OPEN = "open";

        private static View of(Told told) {
            Escalation escalation = told.escalation();
            return new View(
                    escalation.isOpen() ? OPEN : word(escalation.ending()),
                    escalation.openedAt(),
                    escalation.endedAt(),
                    escalation.endingReason(),
                    escalation.risk(),
                    escalation.sensitive(),
                    escalation.tier(),
                    escalation.team(),
                    escalation.dueAt(),
                    escalation.reviewer(),
                    told.round(),
                    escalation.answer(),
                    told.offer(),
                    told.reasons().stream().map(Reason::of).toList(),
                    told.tiers(),
                    told.steps());
        }

        private static String word(Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    record Reason(String reason, String words, String actor, Instant at) {

        private static Reason of(GivenReason given) {
            return new Reason(given.reason().code(), given.words(), given.actor(), given.at());
        }
    }
}
