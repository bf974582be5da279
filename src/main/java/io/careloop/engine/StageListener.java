package io.careloop.engine;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Reads {@code careloop.stage} off subprocesses, so that the diagram itself says where a stage begins. */
@Component
class StageListener extends AbstractBpmnParseListener {

    static final String PROPERTY = "careloop.stage";

    private final ApplicationEventPublisher events;

    StageListener(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void parseSubProcess(Element element, ScopeImpl scope, ActivityImpl activity) {
        String stage = DiagramProperties.find(element, PROPERTY);
        if (stage != null) {
            activity.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener)
                    execution -> events.publishEvent(new StageEntered(execution.getProcessBusinessKey(), stage)));
        }
    }
}
