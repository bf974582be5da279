package io.careloop.modeling.replay;

import io.careloop.engine.sandbox.Play;
import io.careloop.engine.sandbox.Sandbox;
import io.careloop.engine.sandbox.Wait;
import io.careloop.engine.sandbox.Wait.Kind;
import io.careloop.modeling.replay.DrawnDiagram.HandedBack;
import io.careloop.modeling.replay.Played.Stuck;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plays one case through a diagram. Whatever the case waits for happens as it happened in the past, in the order of the
 * past; a task that the past does not know is passed once with nothing entered; a timer that the past does not know fires by
 * the time of the play. When nothing more can happen and the case has not ended, it is stuck.
 */
class CasePlayer {

    private static final int MOST_STEPS = 2000;
    /** Timers that nobody knows from the past could go on for ever. */
    private static final int MOST_TIMERS = 50;

    private static final int AT_ONCE = -1;
    private static final Pattern UNKNOWN_VARIABLE = Pattern.compile("Cannot resolve identifier '([^']+)'");

    private final Past past;
    private final DrawnDiagram then;
    private final DrawnDiagram now;
    private final PastAnswers answers;
    private final Set<String> passedWithNothing = new HashSet<>();

    private int moment = AT_ONCE;
    private int timers;
    private Instant time;

    /** @param moment of the past; {@link #AT_ONCE} for what does not wait for it */
    private record Next(Wait awaited, int moment, PastVisit visit) {}

    CasePlayer(Past past, DrawnDiagram then, DrawnDiagram now, DescribedCalls calls) {
        this.past = past;
        this.then = then;
        this.now = now;
        this.answers = new PastAnswers(past, then, now, calls);
        this.time = past.startedAt();
    }

    /** Once. */
    Played play(Sandbox sandbox) {
        return sandbox.play(now.playable(), answers, this::play);
    }

    private Played play(Play play) {
        try {
            play.setNow(time);
            play.start(past.firstNode(), past.reference(), past.variables().atStart());
            return answers.result(goOn(play));
        } catch (RuntimeException e) {
            return answers.result(stuckBy(e));
        }
    }

    private Stuck goOn(Play play) {
        for (int step = 0; !play.isOver(); step++) {
            if (step > MOST_STEPS) {
                return new Stuck(lastNode(), "endless", "");
            }
            List<Wait> waits = play.waits();
            Next next = waits.stream()
                    .map(this::next)
                    .filter(Objects::nonNull)
                    .min(Comparator.comparingInt(Next::moment))
                    .orElse(null);
            Wait timer = timerBefore(next, waits);
            if (timer != null) {
                timers++;
                setTime(play, timer.dueAt());
                play.goOn(timer, Map.of());
            } else if (next != null) {
                happen(play, next);
            } else {
                return past.isCompleted() ? stuckAt(waits) : null;
            }
        }
        return null;
    }

    /** When the past says that it happened; null if it does not. */
    private Next next(Wait wait) {
        if (isByTime(wait)) {
            return null;
        }
        PastVisit visit = wait.visit() == null ? answers.next(wait.node()) : answers.of(wait.visit());
        if (visit != null && wait.visit() == null) {
            return new Next(wait, visit.entered(), visit);
        }
        boolean hasEnded = visit != null && (visit.isDone() || isCall(wait) && past.errorOf(visit, then) != null);
        if (hasEnded) {
            return new Next(wait, visit.left(), visit);
        }
        boolean isNewStep = visit == null
                && (isCall(wait) || wait.kind() == Kind.TASK)
                && !answers.knows(wait.node())
                && !passedWithNothing.contains(wait.node());
        return isNewStep || wait.kind() == Kind.JOB ? new Next(wait, AT_ONCE, null) : null;
    }

    private static boolean isCall(Wait wait) {
        return wait.kind() == Kind.CALL;
    }

    /** Timers that are new or changed, or at which the case never stood. */
    private boolean isByTime(Wait wait) {
        return wait.kind() == Kind.TIMER
                && (!now.doesTheSame(wait.node(), then) || wait.at() != null && answers.isNew(wait.at()));
    }

    /** The first that is due before anything of the past happens; null for none. */
    private Wait timerBefore(Next next, List<Wait> waits) {
        if (timers >= MOST_TIMERS || next != null && next.moment() == AT_ONCE) {
            return null;
        }
        return waits.stream()
                .filter(this::isByTime)
                .filter(wait -> next == null || !wait.dueAt().isAfter(past.timeOf(next.moment())))
                .min(Comparator.comparing(Wait::dueAt))
                .orElse(null);
    }

    private void happen(Play play, Next next) {
        Wait wait = next.awaited();
        if (next.moment() == AT_ONCE) {
            passedWithNothing.add(wait.node());
            play.goOn(wait, Map.of());
            return;
        }
        setTime(play, past.timeOf(next.moment()));
        play.set(past.variables().fromOutside(moment, next.moment()));
        moment = Math.max(moment, next.moment());
        String error = isCall(wait) ? past.errorOf(next.visit(), then) : null;
        if (error != null) {
            play.fail(wait, error);
        } else {
            play.goOn(wait, brought(play, next));
        }
    }

    private Map<String, Object> brought(Play play, Next next) {
        Map<String, Object> brought = new LinkedHashMap<>();
        past.variables().laterWith(next.moment()).forEach((name, value) -> {
            if (!play.knows(name)) {
                brought.put(name, value);
            }
        });
        brought.putAll(past.variables().broughtBy(next.moment()));
        if (isCall(next.awaited()) && next.visit().called() != null) {
            handBack(next.awaited().node(), next.visit().called(), brought);
        }
        return brought;
    }

    /** What was called gives what it gave then; what of it is taken over, the diagram says. */
    private void handBack(String node, String called, Map<String, Object> brought) {
        Map<String, Object> given = past.variablesOf(called);
        Map<String, Object> takenThen = new HashMap<>(brought);
        then.handedBack().getOrDefault(node, List.of()).forEach(back -> brought.remove(back.target()));
        for (HandedBack back : now.handedBack().getOrDefault(node, List.of())) {
            if (back.isAll()) {
                brought.putAll(given);
            } else if (back.source() != null) {
                brought.put(back.target(), given.get(back.source()));
            } else if (takenThen.containsKey(back.target())) {
                brought.put(back.target(), takenThen.get(back.target()));
            }
        }
    }

    private void setTime(Play play, Instant at) {
        time = at.isAfter(time) ? at : time;
        play.setNow(time);
    }

    private Stuck stuckAt(List<Wait> waits) {
        String last = answers.last().visit();
        return waits.stream()
                .filter(wait -> wait.visit() != null && wait.kind() != Kind.TIMER)
                .findFirst()
                .or(() -> waits.stream().filter(wait -> last.equals(wait.at())).findFirst())
                .map(wait -> new Stuck(wait.node(), codeOf(wait), ""))
                .orElseGet(() -> new Stuck(lastNode(), "waits", ""));
    }

    private static String codeOf(Wait wait) {
        return switch (wait.kind()) {
            case TASK -> "task-again";
            case CALL -> "call-again";
            default -> "no-event";
        };
    }

    private String lastNode() {
        return answers.last() == null ? "" : answers.last().node();
    }

    private Stuck stuckBy(RuntimeException thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage()).replaceAll("\\s+", " ");
        Matcher unknown = UNKNOWN_VARIABLE.matcher(message);
        return unknown.find()
                ? new Stuck(lastNode(), "no-variable", unknown.group(1))
                : new Stuck(lastNode(), "broke-off", message);
    }
}
