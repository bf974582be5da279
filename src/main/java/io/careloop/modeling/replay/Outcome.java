package io.careloop.modeling.replay;

import java.util.Locale;

/** What a replay can say of one thing that was recorded. */
public enum Outcome {
    /** It would have been the same. */
    SAME,
    /** Another answer; late instead of in time, or the other way round; another path through a diagram. */
    CHANGED,
    /**
     * A clock that would have been due at another time, and as late or in time as it was; the same path through a diagram,
     * with steps that are new or gone.
     */
    MOVED,
    /** A message that the customer must have got would not have been sent. */
    LOST,
    /** The changed model has no answer; the case is stuck in the diagram. */
    FAILED,
    /** Too little was recorded. */
    UNKNOWN;

    /** As addresses, columns and message bundles write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
