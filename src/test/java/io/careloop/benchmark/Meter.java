package io.careloop.benchmark;

import io.careloop.benchmark.DatabaseServer.Work;

/** Measures what a piece of work costs one database. */
class Meter {

    private final StatementCounter counter;
    private final DatabaseServer server;

    Meter(StatementCounter counter, DatabaseServer server) {
        this.counter = counter;
        this.server = server;
    }

    void checkpoint() {
        server.checkpoint();
    }

    Cost of(Runnable work) {
        Work before = server.worked();
        Statements statements = counter.during(work);
        return new Cost(statements, server.worked().since(before));
    }

    record Cost(Statements statements, Work work) {}
}
