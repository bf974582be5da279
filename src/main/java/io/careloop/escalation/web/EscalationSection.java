package io.careloop.escalation.web;

import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseFileSection;
import io.careloop.escalation.EscalationHistory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether the complaint climbs, where it stands and why, what was decided, and a button to let it climb. */
@Component
@Order(7)
class EscalationSection implements CaseFileSection {

    private final EscalationHistory history;

    EscalationSection(EscalationHistory history) {
        this.history = history;
    }

    @Override
    public Optional<Section> forCase(CaseFile file, String viewer) {
        List<EscalationHistory.Told> newestFirst = new ArrayList<>(history.of(file.reference()));
        Collections.reverse(newestFirst);
        boolean climbs = newestFirst.stream().anyMatch(told -> told.escalation().isOpen());
        return Optional.of(new Section(
                "escalation.title",
                "desk/escalation :: section",
                Map.of("escalations", newestFirst, "climbs", climbs)));
    }
}
