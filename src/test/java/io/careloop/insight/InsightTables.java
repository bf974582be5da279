package io.careloop.insight;

import org.springframework.context.ApplicationContext;

/** Lets tests of other packages look at what the console says of a case, without waiting for the next run. */
public final class InsightTables {

    public static void catchUp(ApplicationContext application) {
        application.getBean(Projection.class).catchUp();
    }

    private InsightTables() {}
}
