package io.careloop.engine;

import java.util.Optional;

/** Who is away right now, and who works in their place. */
public interface StandIns {

    boolean isAbsent(String user);

    /** The deputy who is present; empty for somebody who is present, and where nobody stands in. */
    Optional<String> standInFor(String user);
}
