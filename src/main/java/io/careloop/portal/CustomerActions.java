package io.careloop.portal;

import io.careloop.cases.Actors;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.cases.Channel;
import io.careloop.cases.Conversation;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.cases.TrackingTokens;
import io.careloop.followup.Feedback;
import io.careloop.intake.IntakeSettings;
import io.careloop.intake.PlainText;
import io.careloop.portal.CaseProgress.Question;
import io.careloop.resolution.ServiceRequests;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What customers do about their case, on a page or through the API. Texts are taken as they were typed. A refusal is an
 * answer, not an exception.
 */
@Service
class CustomerActions {

    private static final int HIGHEST_SCORE = 10;

    private final CaseFiles cases;
    private final Conversation conversation;
    private final Timeline timeline;
    private final TrackingTokens tokens;
    private final ServiceRequests requests;
    private final Feedback feedback;
    private final Progress progress;
    private final IntakeSettings settings;

    CustomerActions(
            CaseFiles cases,
            Conversation conversation,
            Timeline timeline,
            TrackingTokens tokens,
            ServiceRequests requests,
            Feedback feedback,
            Progress progress,
            IntakeSettings settings) {
        this.cases = cases;
        this.conversation = conversation;
        this.timeline = timeline;
        this.tokens = tokens;
        this.requests = requests;
        this.feedback = feedback;
        this.progress = progress;
        this.settings = settings;
    }

    /** @param key of this message, so that it is kept once however often it is sent; null keeps it always */
    @Transactional
    Outcome write(CaseReference reference, Channel channel, String text, String key) {
        Optional<Outcome> fault = fault("text", text, settings.descriptionLength(), true);
        if (fault.isPresent()) {
            return fault.get();
        }
        String clean = PlainText.paragraphs(text);
        conversation.customerWrote(reference, channel, null, clean, key == null ? null : id(reference, key, clean));
        return new Done(reference, null);
    }

    /** The text counts too: another text under the same key is another message. */
    private static String id(CaseReference reference, String key, String text) {
        String message = reference + "\n" + key + "\n" + text;
        return "portal/" + UUID.nameUUIDFromBytes(message.getBytes(StandardCharsets.UTF_8));
    }

    /** @param questionId of the question that was read; null for whatever is open now */
    @Transactional
    Outcome answer(CaseReference reference, Channel channel, String questionId, boolean accepted, String reason) {
        Question open = progress.question(reference);
        if (open == null || questionId != null && !questionId.equals(open.id())) {
            return new Refused(null, "nothing-asked");
        }
        return fault("reason", reason, settings.textLength(), !accepted)
                .orElseGet(() -> outcomeOf(
                        reference,
                        requests.answer(reference, accepted, PlainText.paragraphs(reason), channel, Actors.CUSTOMER)));
    }

    @Transactional
    Outcome judge(CaseReference reference, String word, Integer score, String comment) {
        if (!Feedback.WORDS.contains(Objects.toString(word, ""))) {
            return new Refused("word", "word-unknown");
        }
        if (score != null && (score < 0 || score > HIGHEST_SCORE)) {
            return new Refused("score", "score-range");
        }
        return fault("comment", comment, settings.textLength(), false).orElseGet(() -> {
            if (!progress.of(reference).isSolved()) {
                return new Refused(null, "not-solved-yet");
            }
            feedback.give(reference, word, score, PlainText.paragraphs(comment));
            return new Done(reference, null);
        });
    }

    /**
     * Somebody else shall look at it: the staff read it as a message of the customer.
     *
     * @param wish  the customer's wish in words of the language of the case
     * @param reason may be null
     */
    @Transactional
    Outcome escalate(CaseReference reference, Channel channel, String wish, String reason) {
        return fault("reason", reason, settings.textLength(), false).orElseGet(() -> {
            String clean = PlainText.paragraphs(reason);
            String text = clean == null ? wish : wish + "\n\n" + clean;
            conversation.customerWrote(reference, channel, null, text, null);
            timeline.note(reference, Kind.NOTE, Actors.CUSTOMER, text);
            return new Done(reference, null);
        });
    }

    @Transactional
    Outcome withdraw(CaseReference reference) {
        if (cases.get(reference).status().isOver()) {
            return new Refused(null, "already-over");
        }
        return outcomeOf(reference, requests.withdraw(reference, Actors.CUSTOMER));
    }

    @Transactional
    Outcome reopen(CaseReference reference, Channel channel, String reason) {
        if (!cases.get(reference).status().isOver()) {
            return new Refused(null, "not-over");
        }
        return fault("reason", reason, settings.textLength(), true)
                .orElseGet(() -> outcomeOf(
                        reference, requests.reopen(reference, PlainText.paragraphs(reason), channel, Actors.CUSTOMER)));
    }

    private static Optional<Outcome> fault(String field, String text, int longest, boolean needed) {
        if (needed && PlainText.paragraphs(text) == null) {
            return Optional.of(new Refused(field, field + "-needed"));
        }
        return text != null && text.length() > longest ? Optional.of(new Refused(field, "too-long")) : Optional.empty();
    }

    private Outcome outcomeOf(CaseReference asked, ServiceRequests.Outcome outcome) {
        if (outcome instanceof ServiceRequests.Outcome.Done done) {
            boolean same = done.reference().equals(asked);
            return new Done(done.reference(), same ? null : tokens.issue(done.reference()));
        }
        return new Refused(null, ((ServiceRequests.Outcome.Refused) outcome).code());
    }

    /** What became of it. */
    sealed interface Outcome {}

    /** @param newToken opens the case that goes on, if that is another one than before; else null */
    record Done(CaseReference reference, String newToken) implements Outcome {}

    /**
     * @param field that has to be put right; null if it is none
     * @param code  {@code refusal.<code>} says it in words
     */
    record Refused(String field, String code) implements Outcome {}
}
