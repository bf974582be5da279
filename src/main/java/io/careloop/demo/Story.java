package io.careloop.demo;

import io.careloop.cases.CaseReference;
import io.careloop.cases.CaseStatus;
import io.careloop.cases.Channel;
import io.careloop.cases.Urgency;
import io.careloop.demo.Script.Template;
import io.careloop.demo.Script.Texts;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** One case on its way: who asks what, and what of it has been planned already. */
class Story {

    private final long seed;
    private final int number;
    private final Opening opening;
    private final Map<String, Integer> drawn = new HashMap<>();
    private final Set<String> planned = new HashSet<>();
    private CaseReference reference;
    private CaseStatus status = CaseStatus.OPEN;

    Story(long seed, int number, Opening opening) {
        this.seed = seed;
        this.number = number;
        this.opening = opening;
    }

    /**
     * How a case begins.
     *
     * @param contact  e-mail address or phone number
     * @param language en or zh
     * @param facts    what is filled in for names in braces
     */
    record Opening(
            Instant at,
            Channel channel,
            String contact,
            String name,
            String language,
            Urgency urgency,
            Template template,
            Map<String, String> facts) {

        boolean isWritten() {
            return contact.contains("@");
        }
    }

    Opening opening() {
        return opening;
    }

    CaseReference reference() {
        return reference;
    }

    void opened(CaseReference opened) {
        reference = opened;
    }

    /** @return whether the case has come to this status just now */
    boolean cameTo(CaseStatus now) {
        boolean changed = status != now;
        status = now;
        return changed;
    }

    /** @return whether it was not planned before */
    boolean plan(String what) {
        return planned.add(what);
    }

    /** Chance of its own for each time that {@code what} comes up in this case. */
    Draw draw(String what) {
        return new Draw(seed, number + "/" + what + "/" + drawn.merge(what, 1, Integer::sum));
    }

    /** The same for the whole case. */
    boolean chanceOf(String what, double share) {
        return new Draw(seed, number + "/" + what).chance(share);
    }

    Texts texts() {
        return opening.template().texts().get(opening.language());
    }

    /** The text with the facts of this case. */
    String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> fact : opening.facts().entrySet()) {
            filled = filled.replace("{" + fact.getKey() + "}", fact.getValue());
        }
        return filled;
    }
}
