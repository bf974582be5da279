package io.careloop.resolution;

import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.deadline.WorkingTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Of the ways to solve a case the one that ends first: what is recommended is never a list. */
@Service
public class FastestWay {

    private final CaseFiles cases;
    private final Questions questions;
    private final Ways ways;
    private final WorkingTime workingTime;
    private final Clock clock;

    FastestWay(CaseFiles cases, Questions questions, Ways ways, WorkingTime workingTime, Clock clock) {
        this.cases = cases;
        this.questions = questions;
        this.ways = ways;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    /**
     * The one recommended way.
     *
     * @param finishDate by which it is done if it begins now, in the zone of the calendar
     * @param among      how many ways it was chosen from, itself included
     */
    public record Recommended(Way way, LocalDate finishDate, int among) {

        public String nameIn(Locale locale) {
            return way.nameIn(locale);
        }
    }

    /** Empty where no way is on file for a case of this kind. */
    public Optional<Recommended> of(CaseReference reference) {
        List<Way> known = ways.of(cases.get(reference).category(), questions.rounds(reference) + 1);
        return known.stream()
                .min(Comparator.comparing(this::doneAt))
                .map(way -> new Recommended(
                        way, doneAt(way).atZone(workingTime.zone()).toLocalDate(), known.size()));
    }

    private Instant doneAt(Way way) {
        TemporalAmount leadTime = way.leadTime().amount();
        return leadTime instanceof Period days
                ? workingTime.plusDays(clock.instant(), days.getDays())
                : workingTime.plus(clock.instant(), (Duration) leadTime);
    }
}
