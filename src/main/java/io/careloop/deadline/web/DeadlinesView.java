package io.careloop.deadline.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.careloop.cases.CaseReference;
import io.careloop.deadline.CaseProof;
import io.careloop.deadline.ClockFact;
import io.careloop.deadline.ClockId;
import io.careloop.deadline.ClockProof;
import io.careloop.deadline.FactChain;
import io.careloop.deadline.Interval;
import io.careloop.deadline.Pause;
import io.careloop.deadline.policy.PolicyPack;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * The clocks of a case as programs read them. Times are UTC.
 *
 * @param policy pack and version whose rules the case is under
 * @param facts all that happened to them, in order: enough to count each due date anew
 */
record DeadlinesView(
        String reference,
        PolicyView policy,
        ClockView firstResponse,
        ClockView resolution,
        List<ClockView> clocks,
        List<FactView> facts,
        ChainView chain) {

    static DeadlinesView of(CaseReference reference, PolicyPack pack, CaseProof proof, Instant now) {
        List<ClockView> clocks = proof.clocks().stream()
                .map(clock -> ClockView.of(clock, proof.isProven(clock), now))
                .toList();
        return new DeadlinesView(
                reference.value(),
                new PolicyView(pack.id(), pack.version()),
                find(clocks, ClockId.FIRST_RESPONSE),
                find(clocks, ClockId.RESOLUTION),
                clocks,
                proof.chain().facts().stream().map(FactView::of).toList(),
                ChainView.of(proof.chain()));
    }

    record PolicyView(String id, int version) {}

    private static ClockView find(List<ClockView> clocks, ClockId id) {
        return clocks.stream()
                .filter(clock -> clock.clock().equals(id.toString()))
                .findFirst()
                .orElse(null);
    }

    /**
     * @param clock            which one: {@code firstResponse}, {@code promise.3}
     * @param limit            ISO 8601: {@code PT2H}, or {@code P2D} for business days
     * @param clockType        {@code business} or {@code elapsed}
     * @param rule             limit, clock and calendar in one line
     * @param state            {@code running}, {@code paused}, {@code met}, {@code late} (done after it was due) or
     *                         {@code missed} (not done)
     * @param pauses           what is not counted; one that lasts ends at its latest end
     * @param countedSeconds   length of all that is counted from start to due
     * @param remainingSeconds what still counts until it is due: opening time for a business clock
     * @param workedSeconds    what was counted until it stopped, or until now
     * @param recomputedDue    when it is due by the facts alone
     * @param proven           whether that is the due date to the second, and the facts are intact
     */
    record ClockView(
            String clock,
            String kind,
            String limit,
            String clockType,
            String calendar,
            int calendarVersion,
            String zone,
            String rule,
            Instant startedAt,
            Instant dueAt,
            String state,
            Instant stoppedAt,
            List<Pause> pauses,
            long countedSeconds,
            List<Interval> counted,
            long remainingSeconds,
            long workedSeconds,
            int toldPercent,
            boolean acknowledged,
            Instant recomputedDue,
            boolean proven) {

        static ClockView of(ClockProof proof, boolean isProven, Instant now) {
            String type = word(proof.clock().clockType());
            return new ClockView(
                    proof.clock().id().toString(),
                    proof.clock().kind().code(),
                    proof.clock().limit().toString(),
                    type,
                    proof.calendar(),
                    proof.revision(),
                    proof.zone().getId(),
                    "%s %s %s/%d".formatted(proof.clock().limit(), type, proof.calendar(), proof.revision()),
                    proof.clock().startedAt(),
                    proof.clock().dueAt(),
                    word(proof.clock().state(now)),
                    proof.clock().stoppedAt(),
                    proof.clock().pauses(),
                    proof.countedTime().toSeconds(),
                    proof.counted(),
                    proof.left().toSeconds(),
                    proof.worked().toSeconds(),
                    proof.toldPercent(),
                    proof.acknowledged(),
                    proof.recomputedDue(),
                    isProven);
        }

        private static String word(Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param canonical what the hash is taken of, after the hash before and a line break */
    record FactView(
            int number,
            String clock,
            String what,
            Instant at,
            String actor,
            @JsonRawValue String data,
            String canonical,
            String previousHash,
            String hash) {

        static FactView of(ClockFact fact) {
            return new FactView(
                    fact.number(),
                    fact.clock(),
                    fact.what(),
                    fact.at(),
                    fact.actor(),
                    fact.data(),
                    fact.canonical(),
                    fact.previousHash(),
                    fact.hash());
        }
    }

    /** @param intact whether no fact was edited, removed or put in another place */
    record ChainView(String head, int length, boolean intact) {

        static ChainView of(FactChain chain) {
            return new ChainView(chain.head(), chain.length(), chain.isIntact());
        }
    }
}
