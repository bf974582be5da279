package io.careloop.cases.process;

import io.careloop.cases.CaseAccessChanged;
import io.careloop.engine.RestrictedWork;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes the tasks of a restricted case from those whom it is closed to, and gives them back with its release. */
@Component
class RestrictedCaseWork {

    private final RestrictedWork work;

    RestrictedCaseWork(RestrictedWork work) {
        this.work = work;
    }

    @EventListener
    void adapt(CaseAccessChanged change) {
        work.adapt(change.reference().value());
    }
}
