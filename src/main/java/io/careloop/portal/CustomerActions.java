package io.careloop.portal;

import io.careloop.cases.Actors;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.cases.CaseStatus;
import io.careloop.cases.Channel;
import io.careloop.cases.Conversation;
import io.careloop.cases.TrackingTokens;
import io.careloop.engine.Attempts;
import io.careloop.escalation.EscalationReason;
import io.careloop.escalation.Escalations;
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

/**
 * What customers do about their case, on a page or through the API. Texts are taken as they were typed. A refusal is an
 * answer, not an exception.
 */
@Service
class CustomerActions {

    private static final int HIGHEST_SCORE = 10;

    /** Nobody works on a case that is over, so nobody would read what is written to it. */
    private static final Refused OVER = new Refused(null, "take-up-again");

    private final CaseFiles cases;
    private final Conversation conversation;
    private final TrackingTokens tokens;
    private final ServiceRequests requests;
    private final Feedback feedback;
    private final Escalations escalations;
    private final Progress progress;
    private final IntakeSettings settings;
    private final Attempts attempts;

    CustomerActions(
            CaseFiles cases,
            Conversation conversation,
            TrackingTokens tokens,
            ServiceRequests requests,
            Feedback feedback,
            Escalations escalations,
            Progress progress,
            IntakeSettings settings,
            Attempts attempts) {
        this.cases = cases;
        this.conversation = conversation;
        this.tokens = tokens;
        this.requests = requests;
        this.feedback = feedback;
        this.escalations = escalations;
        this.progress = progress;
        this.settings = settings;
        this.attempts = attempts;
    }

    /** @param key of this message, so that it is kept once however often it is sent; null keeps it always */
    Outcome write(CaseReference reference, Channel channel, String text, String key) {
        return fault("text", text, settings.descriptionLength(), true).orElseGet(() -> {
            String clean = PlainText.paragraphs(text);
            return keep(reference, channel, clean, key == null ? null : id(reference, key, clean));
        });
    }

    /** The text counts too: another text under the same key is another message. */
    private static String id(CaseReference reference, String key, String text) {
        String message = reference + "\n" + key + "\n" + text;
        return "portal/" + UUID.nameUUIDFromBytes(message.getBytes(StandardCharsets.UTF_8));
    }

    private Outcome keep(CaseReference reference, Channel channel, String text, String id) {
        return attempts.inTransaction(() -> {
            boolean known = id != null && conversation.byExternalId(id).isPresent();
            if (!known && cases.get(reference).status().isOver()) {
                return OVER;
            }
            conversation.customerWrote(reference, channel, null, text, id);
            return new Done(reference, null);
        });
    }

    /** @param questionId of the question that was read; null for whatever is open now */
    Outcome answer(CaseReference reference, Channel channel, String questionId, boolean accepted, String reason) {
        return attempts.inTransaction(() -> {
            Question open = progress.question(reference);
            if (open == null || questionId != null && !questionId.equals(open.id())) {
                return new Refused(null, "nothing-asked");
            }
            String why = PlainText.paragraphs(reason);
            return fault("reason", reason, settings.textLength(), !accepted)
                    .orElseGet(() ->
                            outcomeOf(reference, requests.answer(reference, accepted, why, channel, Actors.CUSTOMER)));
        });
    }

    Outcome judge(CaseReference reference, String word, Integer score, String comment) {
        if (!Feedback.WORDS.contains(Objects.toString(word, ""))) {
            return new Refused("word", "word-unknown");
        }
        if (score != null && (score < 0 || score > HIGHEST_SCORE)) {
            return new Refused("score", "score-range");
        }
        return fault("comment", comment, settings.textLength(), false)
                .orElseGet(() ->
                        attempts.inTransaction(() -> keepWord(reference, word, score, PlainText.paragraphs(comment))));
    }

    private Outcome keepWord(CaseReference reference, String word, Integer score, String comment) {
        CaseStatus status = cases.get(reference).status();
        if (status != CaseStatus.RESOLVED && status != CaseStatus.CLOSED) {
            return new Refused(null, "not-solved-yet");
        }
        feedback.give(reference, word, score, comment);
        return new Done(reference, null);
    }

    /**
     * Somebody else shall look at it. Asked for again while somebody does, only the words are kept, as a message.
     *
     * @param reason may be null: none is needed
     */
    Outcome escalate(CaseReference reference, Channel channel, String reason) {
        return fault("reason", reason, settings.textLength(), false)
                .orElseGet(() -> attempts.inTransaction(() -> climb(reference, channel, PlainText.paragraphs(reason))));
    }

    private Outcome climb(CaseReference reference, Channel channel, String words) {
        if (escalations.escalate(reference, EscalationReason.DEMAND, Actors.CUSTOMER, words)
                instanceof Escalations.Outcome.Refused) {
            return OVER;
        }
        return words == null ? new Done(reference, null) : keep(reference, channel, words, null);
    }

    Outcome withdraw(CaseReference reference) {
        return attempts.inTransaction(() -> cases.get(reference).status().isOver()
                ? new Refused(null, "already-over")
                : outcomeOf(reference, requests.withdraw(reference, Actors.CUSTOMER)));
    }

    Outcome reopen(CaseReference reference, Channel channel, String reason) {
        return attempts.inTransaction(() -> {
            if (!cases.get(reference).status().isOver()) {
                return new Refused(null, "not-over");
            }
            return fault("reason", reason, settings.textLength(), true)
                    .orElseGet(() -> outcomeOf(
                            reference,
                            requests.reopen(reference, PlainText.paragraphs(reason), channel, Actors.CUSTOMER)));
        });
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
