package io.careloop.deadline.policy;

import io.careloop.cases.CaseReference;
import io.careloop.deadline.CalendarBook;
import io.careloop.deadline.WorkingTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The packs, and which of them rules new cases. Cases that have started keep theirs, whatever is switched later. */
@Service
public class PolicyPacks {

    static final int LONGEST_REASON = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(PolicyPacks.class);

    private final PackStore store;
    private final CalendarBook calendars;
    private final WorkingTime workingTime;
    private final Clock time;

    PolicyPacks(PackStore store, CalendarBook calendars, WorkingTime workingTime, Clock time) {
        this.store = store;
        this.calendars = calendars;
        this.workingTime = workingTime;
        this.time = time;
    }

    /** What became of a wish to switch. */
    public sealed interface Outcome {

        /** It is as wished. */
        record Done() implements Outcome {}

        /** @param code of the sentence that says why not, {@code refusal.<code>} in the message bundle */
        record Refused(String code) implements Outcome {}
    }

    /** The newest version of each, the default one first. */
    public List<PolicyPack> all() {
        return store.newest();
    }

    /** Its newest version. */
    public Optional<PolicyPack> find(String id) {
        return store.newestOf(id);
    }

    /** The text of its file. */
    public String contentOf(PolicyPack pack) {
        return store.contentOf(pack);
    }

    /** Which pack ruled from when on, latest first: the first of them rules now. */
    public List<Ruling> rulings() {
        return store.rulings();
    }

    /** The pack under which a case starts that is registered now. */
    public PolicyPack ruling() {
        return store.rulingOn(today()).orElseGet(this::standard);
    }

    /** The default pack, on which every other falls back. */
    public PolicyPack standard() {
        return valid(PolicyPack.DEFAULT)
                .orElseThrow(() -> new IllegalStateException("No version of the default policy pack is valid yet"));
    }

    /** The pack under which the case started. */
    public PolicyPack of(CaseReference reference) {
        return store.of(reference).orElseGet(this::standard);
    }

    /** The pack that rules new cases now becomes the one of this case, unless it has one. */
    @Transactional
    public PolicyPack begin(CaseReference reference) {
        PolicyPack pack = ruling();
        return store.keep(reference, pack, time.instant()) ? pack : of(reference);
    }

    /**
     * Lets a pack rule new cases in place of the one that does, or switches it off, and then the default one rules. What
     * is as wished already is left alone.
     *
     * @param user   user id of whoever decides it
     * @param reason why, in their words
     */
    @Transactional
    public Outcome switchTo(PolicyPack pack, boolean on, String user, String reason) {
        store.hold();
        boolean rules = ruling().id().equals(pack.id());
        if (rules == on) {
            return new Outcome.Done();
        }
        Optional<String> refusal = refusal(pack, on, reason);
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        String next = on ? pack.id() : PolicyPack.DEFAULT;
        Instant now = time.instant();
        store.add(new Ruling(next, now, user, reason.strip()));
        LOG.info("Policy pack {} rules new cases from {} on, says {}", next, now, user);
        return new Outcome.Done();
    }

    private Optional<String> refusal(PolicyPack pack, boolean on, String reason) {
        if (reason == null || reason.isBlank()) {
            return Optional.of("policy-reason-missing");
        }
        if (reason.length() > LONGEST_REASON) {
            return Optional.of("policy-reason-long");
        }
        if (!on && pack.isDefault()) {
            return Optional.of("policy-default-stays");
        }
        return on ? refusalOn(valid(pack.id())) : Optional.empty();
    }

    private Optional<String> refusalOn(Optional<PolicyPack> pack) {
        if (pack.isEmpty()) {
            return Optional.of("policy-not-valid-yet");
        }
        String calendar = pack.get().calendar();
        return calendar == null || calendars.find(calendar).isPresent()
                ? Optional.empty()
                : Optional.of("policy-calendar-unknown");
    }

    private Optional<PolicyPack> valid(String id) {
        return store.newestOn(id, today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(time.instant(), workingTime.zone());
    }
}
