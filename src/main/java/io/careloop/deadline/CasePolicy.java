package io.careloop.deadline;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the rules that a case started under say of its clocks. */
public interface CasePolicy {

    /** What the rules are called; empty for our own. */
    Optional<String> name(Locale locale);

    /** From when the clocks count. */
    StartRule start();

    /** Name of the calendar to count by; empty for the one of the settings. */
    Optional<String> calendar();

    /**
     * In place of the limit of the decision table; empty to leave that.
     *
     * @param category null while the case is not classified
     */
    Optional<Limit> limit(ClockKind kind, String category);

    /** Categories that have limits of their own. */
    Set<String> categories();

    /** Reasons for which a clock may be paused; none if it may not. */
    List<PauseRule> pauses();

    /** How far the resolution may be extended, each step further than the one before; none if it may not. */
    List<ExtensionRule> extensions(String category);

    /**
     * A step by which a deadline may be extended.
     *
     * @param by        groups that may
     * @param maximum   how long at most
     * @param fromStart whether that is counted from the start of the clock; otherwise from the due date that its limit
     *                  gives
     */
    record ExtensionRule(Set<String> by, Limit maximum, boolean fromStart) {}
}
