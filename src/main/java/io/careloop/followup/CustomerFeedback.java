package io.careloop.followup;

import io.careloop.cases.Actors;
import io.careloop.cases.CaseReference;
import io.careloop.cases.FeedbackGiven;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.engine.WaitingWrites;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class CustomerFeedback implements Feedback {

    private final JdbcClient jdbc;
    private final WaitingWrites waiting;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CustomerFeedback(
            JdbcClient jdbc, WaitingWrites waiting, Timeline timeline, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.waiting = waiting;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void give(CaseReference reference, String word, Integer score, String comment) {
        if (!WORDS.contains(word)) {
            throw new IllegalArgumentException("Not a word that was offered");
        }
        waiting.add(
                Set.of("followup_feedback"),
                "insert into followup_feedback (reference, at, word, score, comment) values (?, ?, ?, ?, ?)",
                reference.value(),
                Timestamp.from(clock.instant()),
                word,
                score,
                comment);
        timeline.tell(reference, Kind.FEEDBACK_GIVEN, Actors.CUSTOMER, summary(word, score, comment));
        events.publishEvent(new FeedbackGiven(reference, word, score));
    }

    @Override
    public boolean isGiven(CaseReference reference) {
        return jdbc.sql("""
                        select exists (select 1 from followup_feedback feedback join cases_case file using (reference)
                            where reference = ? and feedback.at >= coalesce(file.resolved_at, file.registered_at))""").param(reference.value()).query(Boolean.class).single();
    }

    private static String summary(String word, Integer score, String comment) {
        return word + (score == null ? "" : " · " + score + "/10") + (comment == null ? "" : " · " + comment);
    }
}
