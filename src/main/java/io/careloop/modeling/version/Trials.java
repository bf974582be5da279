package io.careloop.modeling.version;

import io.careloop.modeling.version.Trial.Ending;
import io.careloop.modeling.version.Trial.Result;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tries a version on a part of the new cases; the others begin in the version that was the current one. */
@Service
public class Trials {

    private static final int ALL = 100;

    private final TrialRows rows;
    private final CurrentVersions current;
    private final Versions versions;
    private final Clock clock;

    Trials(TrialRows rows, CurrentVersions current, Versions versions, Clock clock) {
        this.rows = rows;
        this.current = current;
        this.versions = versions;
        this.clock = clock;
    }

    /** What asking for a trial, or for a current version, led to. */
    public sealed interface Outcome {
        record Done() implements Outcome {}

        /** @param code of the sentence that says why */
        record Refused(String code) implements Outcome {}
    }

    /**
     * Cases of a trial so far.
     *
     * @param onTrial in its version
     * @param rest    in the other
     */
    public record Count(long onTrial, long rest) {}

    /** The latest first. */
    public List<Trial> of(String key) {
        return rows.of(key);
    }

    public Optional<Trial> find(String key, long id) {
        return rows.find(key, id);
    }

    public Count count(Trial trial) {
        return new Count(rows.count(trial, true), rows.count(trial, false));
    }

    /** From now on the version of the rest is the current one, also for what is deployed meanwhile. */
    @Transactional
    public Outcome start(TrialRequest request, String user) {
        Optional<String> obstacle = obstacle(request);
        if (obstacle.isPresent()) {
            return new Outcome.Refused(obstacle.get());
        }
        if (rows.insert(request, user, clock.instant()).isEmpty()) {
            return new Outcome.Refused("running");
        }
        current.decide(request.rest().model().key(), request.rest().number(), user, request.reason());
        return new Outcome.Done();
    }

    /**
     * New cases begin in the version that was tried, or no more in it. Those that run stay where they are.
     *
     * @param reason kept with the user and the time; not blank
     */
    @Transactional
    public Outcome end(Trial trial, Result result, String user, String reason) {
        List<DiagramVersion> all = versions.of(trial.key());
        boolean wanted = result == Result.CURRENT;
        if (wanted && all.stream().noneMatch(version -> version.number() == trial.version() && !version.suspended())) {
            return new Outcome.Refused("suspended");
        }
        if (!rows.end(trial, new Ending(result, user, clock.instant(), reason.strip()))) {
            return new Outcome.Refused("ended");
        }
        current.readAgainAfterwards();
        if (wanted) {
            boolean isNewest = all.get(0).number() == trial.version();
            current.decide(trial.key(), isNewest ? null : trial.version(), user, reason);
        }
        return new Outcome.Done();
    }

    /**
     * Makes a version the current one, whatever is deployed from now on.
     *
     * @param version null for the newest, whichever it is
     */
    @Transactional
    public Outcome keep(String key, DiagramVersion version, String user, String reason) {
        if (rows.of(key).stream().anyMatch(trial -> !trial.isDecided())) {
            return new Outcome.Refused("running");
        }
        if (version != null) {
            DiagramVersion newest = versions.of(key).get(0);
            if (version.suspended()) {
                return new Outcome.Refused("suspended");
            }
            if (!beginAlike(version, newest)) {
                return new Outcome.Refused("other-starts");
            }
        }
        current.decide(key, version == null ? null : version.number(), user, reason);
        return new Outcome.Done();
    }

    private Optional<String> obstacle(TrialRequest request) {
        if (request.version().number() == request.rest().number()) {
            return Optional.of("same");
        }
        if (request.percent() < 1
                || request.percent() > ALL
                || request.percent() == ALL && request.group().isEmpty()) {
            return Optional.of("percent");
        }
        if (!request.endsAt().isAfter(clock.instant())) {
            return Optional.of("past");
        }
        if (request.version().suspended() || request.rest().suspended()) {
            return Optional.of("suspended");
        }
        DiagramVersion newest = versions.of(request.version().model().key()).get(0);
        return beginAlike(request.version(), newest) && beginAlike(request.rest(), newest)
                ? Optional.empty()
                : Optional.of("other-starts");
    }

    private boolean beginAlike(DiagramVersion version, DiagramVersion newest) {
        String key = newest.model().key();
        return Starts.of(versions.contentOf(version), key).equals(Starts.of(versions.contentOf(newest), key));
    }
}
