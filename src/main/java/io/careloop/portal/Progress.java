package io.careloop.portal;

import io.careloop.cases.Actors;
import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseMessage;
import io.careloop.cases.CaseReference;
import io.careloop.cases.CaseStatus;
import io.careloop.cases.Contacts;
import io.careloop.cases.Conversation;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.deadline.CaseDeadlines;
import io.careloop.deadline.ClockKind;
import io.careloop.deadline.DeadlineClock;
import io.careloop.deadline.Deadlines;
import io.careloop.deadline.Promise;
import io.careloop.deadline.Promises;
import io.careloop.deadline.WorkingTime;
import io.careloop.escalation.Escalations;
import io.careloop.identity.Staff;
import io.careloop.identity.StaffMember;
import io.careloop.portal.CaseProgress.Author;
import io.careloop.portal.CaseProgress.Deadline;
import io.careloop.portal.CaseProgress.Happening;
import io.careloop.portal.CaseProgress.Promised;
import io.careloop.portal.CaseProgress.Question;
import io.careloop.portal.CaseProgress.Review;
import io.careloop.portal.CaseProgress.WaitingFor;
import io.careloop.resolution.OpenQuestion;
import io.careloop.resolution.ServiceRequests;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Reads where a case stands, in what a customer may see of it. */
@Service
class Progress {

    /** Messages, the acknowledgement among them, are shown from the conversation. */
    private static final Set<Kind> SHOWN_ELSEWHERE = Set.of(Kind.MESSAGE_IN, Kind.MESSAGE_OUT, Kind.ACKNOWLEDGED);

    private final CaseFiles cases;
    private final Contacts contacts;
    private final Conversation conversation;
    private final Timeline timeline;
    private final Deadlines deadlines;
    private final ServiceRequests requests;
    private final Escalations escalations;
    private final Promises promises;
    private final Staff staff;
    private final WorkingTime hours;

    Progress(
            CaseFiles cases,
            Contacts contacts,
            Conversation conversation,
            Timeline timeline,
            Deadlines deadlines,
            ServiceRequests requests,
            Escalations escalations,
            Promises promises,
            Staff staff,
            WorkingTime hours) {
        this.cases = cases;
        this.contacts = contacts;
        this.conversation = conversation;
        this.timeline = timeline;
        this.deadlines = deadlines;
        this.requests = requests;
        this.escalations = escalations;
        this.promises = promises;
        this.staff = staff;
        this.hours = hours;
    }

    CaseProgress of(CaseReference reference) {
        CaseFile file = cases.get(reference);
        Optional<CaseDeadlines> clocks = deadlines.of(reference);
        Question question = question(reference);
        Map<String, String> names = new HashMap<>();
        return new CaseProgress(
                reference.value(),
                file.subject(),
                file.status(),
                file.stage(),
                waitingFor(file, question),
                nameOf(file.owner(), names),
                at(file.registeredAt()),
                clocks.map(both -> deadline(both.firstResponse())).orElse(null),
                clocks.map(both -> deadline(both.resolution())).orElse(null),
                file.status() == CaseStatus.OPEN ? clocks.map(Progress::next).orElse(null) : null,
                question,
                review(reference),
                promised(reference),
                happenings(reference, names),
                !contacts.get(file.contactId()).reachableInWriting());
    }

    /** What we asked; its id tells it from the one that may come after its answer. */
    Question question(CaseReference reference) {
        return requests.openQuestion(reference).map(Progress::question).orElse(null);
    }

    private static Question question(OpenQuestion open) {
        String id = "%s-%d".formatted(open.kind().name().toLowerCase(Locale.ROOT), open.round());
        return new Question(id, open.kind(), open.text(), open.finishDate(), open.round());
    }

    private Review review(CaseReference reference) {
        return escalations
                .open(reference)
                .map(open -> new Review(at(open.openedAt()), at(open.dueAt()), open.reviewer() != null))
                .orElse(null);
    }

    private List<Promised> promised(CaseReference reference) {
        return promises.of(reference).stream()
                .filter(promise -> promise.state() != Promise.State.DROPPED)
                .map(promise -> new Promised(promise.text(), at(promise.dueAt()), promise.state()))
                .toList();
    }

    private static WaitingFor waitingFor(CaseFile file, Question question) {
        if (question != null) {
            return WaitingFor.CUSTOMER;
        }
        return file.status() == CaseStatus.OPEN ? WaitingFor.US : WaitingFor.NOBODY;
    }

    private static ClockKind next(CaseDeadlines clocks) {
        return Stream.of(clocks.firstResponse(), clocks.resolution())
                .filter(DeadlineClock::isRunning)
                .min(Comparator.comparing(DeadlineClock::dueAt))
                .map(DeadlineClock::kind)
                .orElse(null);
    }

    private List<Happening> happenings(CaseReference reference, Map<String, String> names) {
        Stream<Happening> events = timeline.of(reference).stream()
                .filter(entry -> entry.isPublic() && !SHOWN_ELSEWHERE.contains(entry.kind()))
                .map(entry -> event(entry, names));
        Stream<Happening> messages = conversation.of(reference).stream().map(message -> message(message, names));
        return Stream.concat(events, messages)
                .sorted(Comparator.comparing(Happening::at))
                .toList();
    }

    private Happening event(TimelineEntry entry, Map<String, String> names) {
        Author who = authorOf(entry.actor());
        return new Happening(
                at(entry.at()),
                entry.kind().name(),
                who,
                who == Author.STAFF ? nameOf(entry.actor(), names) : null,
                null,
                entry.text());
    }

    private Happening message(CaseMessage message, Map<String, String> names) {
        Author who = authorOf(message.author());
        return new Happening(
                at(message.at()),
                Happening.MESSAGE,
                who,
                who == Author.STAFF ? nameOf(message.author(), names) : null,
                message.subject(),
                message.text());
    }

    private static Author authorOf(String actor) {
        return switch (actor) {
            case Actors.CUSTOMER -> Author.CUSTOMER;
            case Actors.SYSTEM -> Author.SYSTEM;
            default -> Author.STAFF;
        };
    }

    /** Never the user id: it is half of a password. */
    private String nameOf(String userId, Map<String, String> known) {
        return known.computeIfAbsent(
                userId, id -> staff.find(id).map(StaffMember::name).orElse(""));
    }

    private Deadline deadline(DeadlineClock clock) {
        return new Deadline(at(clock.dueAt()), at(clock.stoppedAt()));
    }

    private ZonedDateTime at(Instant instant) {
        return instant == null ? null : instant.atZone(hours.zone());
    }
}
