package io.careloop.demo;

import java.time.Instant;

/** Takes what somebody means to do about a case. */
@FunctionalInterface
interface Plans {

    void add(Instant at, Runnable deed);
}
