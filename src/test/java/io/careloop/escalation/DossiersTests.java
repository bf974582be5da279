package io.careloop.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.cases.TimelineEntry;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.escalation.Dossier.Chapter;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DossiersTests {

    @ParameterizedTest
    @CsvSource({
        "MESSAGE_IN, Hello, CONTACTS",
        "CALLED, Reached, CONTACTS",
        "QUESTION_ANSWERED, ✓ , CONTACTS",
        "QUESTION_ANSWERED, ✗ Too late, REFUSALS",
        "ANSWER_REJECTED, legal, REFUSALS",
        "COMPENSATION_REFUSED, too much, REFUSALS",
        "SOLUTION_PROPOSED, A new one, OFFERS",
        "COMPENSATION_GRANTED, 30 CNY, OFFERS",
        "OFFER_MADE, Three months free, OFFERS",
        "PLANNED, Send it, PROMISES",
        "PROMISE_BROKEN, Call back, PROMISES",
        "DEADLINE_MISSED, first response, DEADLINES",
        "DEPARTMENT_LATE, logistics, DEADLINES",
        "ESCALATION_CLIMBED, 2, ESCALATIONS",
        "RESTRICTED, complaints, ESCALATIONS",
        "NOTE, Remember, OTHER"
    })
    void eachHappeningStandsInItsChapter(Kind kind, String text, Chapter chapter) {
        assertThat(Dossiers.chapterOf(entry(kind, text))).isEqualTo(chapter);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void noKindOfHappeningIsLeftOut(Kind kind) {
        assertThat(Dossiers.chapterOf(entry(kind, ""))).isNotNull();
    }

    private static TimelineEntry entry(Kind kind, String text) {
        return new TimelineEntry(Instant.EPOCH, kind, "agent", false, text, null, null, null);
    }
}
