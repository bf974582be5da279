package io.careloop.deadline.web;

import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseFileSection;
import io.careloop.deadline.ClockProof;
import io.careloop.deadline.DeadlineProofs;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The clocks of a case on its page: when each is due, what is left, and how that is counted. */
@Component
@Order(10)
class DeadlinesSection implements CaseFileSection {

    private final DeadlineProofs proofs;
    private final MessageSource messages;
    private final Clock time;

    DeadlinesSection(DeadlineProofs proofs, MessageSource messages, Clock time) {
        this.proofs = proofs;
        this.messages = messages;
        this.time = time;
    }

    @Override
    public Optional<Section> forCase(CaseFile file, String viewer) {
        List<ClockProof> clocks = proofs.of(file.reference()).clocks();
        if (clocks.isEmpty()) {
            return Optional.empty();
        }
        Instant now = time.instant();
        ClockTexts texts = new ClockTexts(messages, LocaleContextHolder.getLocale());
        List<ShownClock> shown =
                clocks.stream().map(proof -> texts.show(proof, now)).toList();
        return Optional.of(new Section("deadline.title", "desk/deadlines :: section", Map.of("clocks", shown)));
    }
}
