package io.careloop.modeling.web;

import io.careloop.engine.ModelKind;
import io.careloop.engine.RunningModel;
import io.careloop.modeling.version.NewCases;
import java.util.Locale;

/**
 * A diagram or a table that runs.
 *
 * @param kind    as addresses have it
 * @param version in which new cases begin, beside those of a trial
 * @param newest  the same unless that was chosen otherwise
 * @param trial   number of the version on trial, 0 for none
 * @param chosen  whether new cases begin where somebody said, and not just in the newest version
 */
record RunningLine(String kind, String key, String name, int version, int newest, int trial, boolean chosen) {

    /** @param newCases null if they begin in the newest version */
    static RunningLine of(RunningModel newest, NewCases newCases) {
        boolean isChosen = newest.kind() == ModelKind.DIAGRAM && newCases != null;
        return new RunningLine(
                newest.kind().name().toLowerCase(Locale.ROOT),
                newest.key(),
                newest.name() == null ? newest.key() : newest.name(),
                isChosen ? newCases.current() : newest.version(),
                newest.version(),
                isChosen && newCases.trial() != null ? newCases.trial().version() : 0,
                isChosen);
    }

    /** Whether the newest version takes no cases yet. */
    public boolean isWaiting() {
        return version != newest && trial != newest;
    }
}
