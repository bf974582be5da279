package io.careloop.resolution;

import io.careloop.cases.Actors;
import io.careloop.cases.CaseReference;
import io.careloop.cases.Channel;
import io.careloop.cases.SolutionRefused;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.deadline.Promises;
import io.careloop.engine.TransactionMemory;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was asked of the customer and what they answered. At most one question a case is open. */
@Service("customerQuestions") // a variable of diagrams is called "questions"
public class Questions {

    /** How an answer begins in the timeline. */
    public static final String YES = "✓ ";

    private static final String NO = "✗ ";

    private static final RowMapper<OpenQuestion> QUESTION = (row, number) -> new OpenQuestion(
            OpenQuestion.Kind.valueOf(row.getString("kind")),
            row.getString("text"),
            row.getObject("finish_date", LocalDate.class),
            row.getInt("round"),
            row.getTimestamp("asked_at").toInstant());

    private final JdbcClient jdbc;
    private final Timeline timeline;
    private final Promises promises;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** What was asked within the transaction: the letter that goes with it wants to know. */
    private final TransactionMemory<Map<CaseReference, OpenQuestion>> known = new TransactionMemory<>(HashMap::new);

    Questions(JdbcClient jdbc, Timeline timeline, Promises promises, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.timeline = timeline;
        this.promises = promises;
        this.events = events;
        this.clock = clock;
    }

    /** @param finishDate of a proposed solution, else null */
    @Transactional
    public void ask(
            CaseReference reference, OpenQuestion.Kind kind, String text, LocalDate finishDate, String askedBy) {
        OpenQuestion asked = jdbc.sql("""
                        insert into resolution_question (reference, kind, round, text, finish_date, asked_at, asked_by)
                        values (:reference, :kind,
                            1 + (select count(*) from resolution_question where reference = :reference and kind = :kind),
                            :text, :finishDate, :askedAt, :askedBy)
                        returning *""")
                .param("reference", reference.value())
                .param("kind", kind.name())
                .param("text", text)
                .param("finishDate", finishDate == null ? null : Date.valueOf(finishDate))
                .param("askedAt", Timestamp.from(clock.instant()))
                .param("askedBy", askedBy)
                .query(QUESTION)
                .single();
        known.get().put(reference, asked);
        timeline.tell(
                reference,
                kind == OpenQuestion.Kind.SOLUTION ? Kind.SOLUTION_PROPOSED : Kind.QUESTION_ASKED,
                askedBy,
                text);
    }

    /**
     * Takes the answer to the open question; publishes {@link SolutionRefused} for a no to a solution. With an accepted
     * one its finish date is promised, unless it has passed meanwhile.
     *
     * @param reason needed with a no
     */
    @Transactional
    public Answer answer(CaseReference reference, boolean accepted, String reason, Channel channel, String actor) {
        if (!accepted && (reason == null || reason.isBlank())) {
            return new Answer.Refused("reason-needed");
        }
        known.get().remove(reference);
        Optional<OpenQuestion> asked = jdbc.sql("""
                        update resolution_question
                        set answered_at = ?, accepted = ?, reason = ?, channel = ?, actor = ?
                        where reference = ? and answered_at is null
                        returning *""")
                .params(Timestamp.from(clock.instant()), accepted, reason, channel.name(), actor, reference.value())
                .query(QUESTION)
                .optional();
        if (asked.isEmpty()) {
            return new Answer.Refused("nothing-asked");
        }
        timeline.tell(reference, Kind.QUESTION_ANSWERED, actor, (accepted ? YES : NO) + (reason == null ? "" : reason));
        asked.filter(question -> question.kind() == OpenQuestion.Kind.SOLUTION)
                .ifPresent(solution -> decided(reference, solution, accepted));
        return new Answer.Taken();
    }

    private void decided(CaseReference reference, OpenQuestion solution, boolean accepted) {
        if (accepted) {
            promises.makeOfSolution(reference, solution.text(), solution.finishDate(), Actors.SYSTEM);
        } else {
            events.publishEvent(new SolutionRefused(reference, solution.round()));
        }
    }

    public Optional<OpenQuestion> open(CaseReference reference) {
        OpenQuestion asked = known.get().get(reference);
        return asked != null ? Optional.of(asked) : onFile(reference);
    }

    private Optional<OpenQuestion> onFile(CaseReference reference) {
        return jdbc.sql("select * from resolution_question where reference = ? and answered_at is null")
                .param(reference.value())
                .query(QUESTION)
                .optional();
    }

    /** The newest question of the kind, answered or not. */
    public Optional<OpenQuestion> latest(CaseReference reference, OpenQuestion.Kind kind) {
        return jdbc.sql("select * from resolution_question where reference = ? and kind = ? order by id desc limit 1")
                .params(reference.value(), kind.name())
                .query(QUESTION)
                .optional();
    }

    /** How many solutions were proposed. */
    public int rounds(CaseReference reference) {
        return latest(reference, OpenQuestion.Kind.SOLUTION)
                .map(OpenQuestion::round)
                .orElse(0);
    }

    /** Why the customer last said no to a question of the kind, if they did since it was last answered with yes. */
    public Optional<String> latestRefusal(CaseReference reference, OpenQuestion.Kind kind) {
        return jdbc.sql("""
                        select reason from
                            (select reason, accepted from resolution_question
                             where reference = ? and kind = ? and answered_at is not null order by id desc limit 1) last
                        where accepted = false""")
                .params(reference.value(), kind.name())
                .query(String.class)
                .optional();
    }

    /** Nobody has to answer any more: the case is over. */
    @Transactional
    public void drop(CaseReference reference) {
        known.get().remove(reference);
        jdbc.sql("update resolution_question set answered_at = ? where reference = ? and answered_at is null")
                .params(Timestamp.from(clock.instant()), reference.value())
                .update();
    }

    /** What became of an answer. */
    public sealed interface Answer {

        record Taken() implements Answer {}

        record Refused(String code) implements Answer {}
    }
}
