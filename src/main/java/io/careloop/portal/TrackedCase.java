package io.careloop.portal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.careloop.cases.CaseStatus;
import io.careloop.cases.Stage;
import io.careloop.deadline.ClockKind;
import io.careloop.deadline.Promise;
import io.careloop.portal.CaseProgress.Author;
import io.careloop.portal.CaseProgress.Happening;
import io.careloop.portal.CaseProgress.WaitingFor;
import io.careloop.resolution.OpenQuestion;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** A case as the API shows it to its customer. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TrackedCase(
        String reference,

        @Schema(description = "Opens the case that goes on instead of the one asked for")
        String trackingToken,

        CaseStatus status,
        Step stage,
        WaitingFor waitingFor,
        @Schema(description = "Who looks after the case") String owner,
        OffsetDateTime registeredAt,
        CaseApi.DueDates deadlines,
        Due nextDeadline,
        Question question,
        @Schema(description = "Somebody else looks at it") Review review,
        List<Promised> promises,
        List<Message> messages,
        List<Event> events) {

    static TrackedCase of(CaseProgress now, String stage, String newToken) {
        return new TrackedCase(
                now.reference(),
                newToken,
                now.status(),
                new Step(now.stage(), now.stage().ordinal() + 1, Stage.values().length, stage),
                now.waitingFor(),
                now.owner(),
                now.registeredAt().toOffsetDateTime(),
                CaseApi.DueDates.of(now),
                now.next() == null
                        ? null
                        : new Due(now.nextDeadline(), now.next().dueAt().toOffsetDateTime()),
                Question.of(now.question()),
                Review.of(now.review()),
                now.promises().stream().map(Promised::of).toList(),
                messagesOf(now),
                eventsOf(now));
    }

    private static List<Message> messagesOf(CaseProgress now) {
        return now.happenings().stream()
                .filter(Happening::isMessage)
                .map(one -> new Message(one.at().toOffsetDateTime(), one.who(), one.name(), one.subject(), one.text()))
                .toList();
    }

    private static List<Event> eventsOf(CaseProgress now) {
        return now.happenings().stream()
                .filter(one -> !one.isMessage())
                .map(one -> new Event(one.at().toOffsetDateTime(), one.what(), one.who(), one.name(), one.text()))
                .toList();
    }

    /** @param text in plain words of the reader's language */
    record Step(Stage code, int number, int of, String text) {}

    record Due(ClockKind what, OffsetDateTime at) {}

    /** @param id to be given back with the answer */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Question(String id, OpenQuestion.Kind kind, String text, LocalDate finishDate) {

        private static Question of(CaseProgress.Question question) {
            return question == null
                    ? null
                    : new Question(question.id(), question.kind(), question.text(), question.finishDate());
        }
    }

    /** @param due when it is decided or goes one step higher; left out right after it began */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Review(OffsetDateTime since, OffsetDateTime due, boolean taken) {

        private static Review of(CaseProgress.Review review) {
            return review == null
                    ? null
                    : new Review(
                            review.since().toOffsetDateTime(),
                            review.dueAt() == null ? null : review.dueAt().toOffsetDateTime(),
                            review.taken());
        }
    }

    record Promised(String text, OffsetDateTime due, Promise.State state) {

        private static Promised of(CaseProgress.Promised promise) {
            return new Promised(promise.text(), promise.dueAt().toOffsetDateTime(), promise.state());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Message(OffsetDateTime at, Author from, String name, String subject, String text) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Event(OffsetDateTime at, String what, Author who, String name, String text) {}
}
