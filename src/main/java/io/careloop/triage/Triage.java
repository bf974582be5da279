package io.careloop.triage;

import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.deadline.Deadlines;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives the tables what they look at, and the case what they said. */
@Service
public class Triage {

    private final CaseFiles cases;
    private final Deadlines deadlines;
    private final TriageProperties properties;
    private final Clock clock;

    Triage(CaseFiles cases, Deadlines deadlines, TriageProperties properties, Clock clock) {
        this.cases = cases;
        this.deadlines = deadlines;
        this.properties = properties;
        this.clock = clock;
    }

    public RequestFacts read(CaseReference reference) {
        CaseFile file = cases.get(reference);
        Instant since = clock.instant().minus(properties.recent());
        int recent = (int) cases.recentOf(file.contactId()).stream()
                .filter(other -> other.registeredAt().isAfter(since))
                .count();
        return new RequestFacts(wordsOf(file), file.urgency().name(), recent);
    }

    static String wordsOf(CaseFile file) {
        return (Objects.toString(file.subject(), "") + "\n" + file.description()).toLowerCase(Locale.ROOT);
    }

    /** Keeps the decision, whoever or whatever took it, and applies the service level that goes with it. */
    @Transactional
    public void record(CaseReference reference, String actor, String category, String priority, String team) {
        cases.classify(reference, actor, category, priority, team);
        deadlines.reassess(reference);
    }
}
