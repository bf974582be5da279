package io.careloop.cases;

import io.careloop.engine.StageEntered;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the stage of a case equal to where its process stands. */
@Component
class StageOfCase {

    private final CaseFiles cases;

    StageOfCase(CaseFiles cases) {
        this.cases = cases;
    }

    @EventListener
    void on(StageEntered event) {
        cases.enterStage(CaseReference.of(event.businessKey()), Stage.valueOf(event.stage()));
    }
}
