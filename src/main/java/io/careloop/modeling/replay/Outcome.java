package io.careloop.modeling.replay;

import java.util.Locale;

/** What a replay can say of one thing that was recorded. */
public enum Outcome {
    /** It would have been the same. */
    SAME,
    /** Another answer; late instead of in time, or the other way round. */
    CHANGED,
    /** A clock that would have been due at another time, and as late or in time as it was. */
    MOVED,
    /** The changed model has no answer. */
    FAILED,
    /** Too little was recorded. */
    UNKNOWN;

    /** As addresses, columns and message bundles write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
