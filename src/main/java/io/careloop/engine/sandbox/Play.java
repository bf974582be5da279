package io.careloop.engine.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One instance in a sandbox. What it throws when something cannot go on says why, and is its end. */
public interface Play {

    /** @param node id of a start event; one that the diagram does not have means its ordinary start */
    void start(String node, String businessKey, Map<String, Object> variables);

    /** What it waits for, in no particular order; nothing once it is over. */
    List<Wait> waits();

    /** What is waited for happens. */
    void goOn(Wait wait, Map<String, Object> variables);

    /** The called diagram ended with an error. */
    void fail(Wait call, String code);

    /** Somebody sets variables from outside. */
    void set(Map<String, Object> variables);

    boolean knows(String variable);

    /** The time from which durations count from now on. */
    void setNow(Instant now);

    boolean isOver();
}
