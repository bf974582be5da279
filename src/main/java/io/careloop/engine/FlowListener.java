package io.careloop.engine;

import io.careloop.engine.HistoryFact.FlowTaken;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells of each sequence flow that is taken, which the engine's own history leaves out. */
@Component
class FlowListener extends AbstractBpmnParseListener {

    private final ObjectProvider<HistoryListener> listeners;

    FlowListener(ObjectProvider<HistoryListener> listeners) {
        this.listeners = listeners;
    }

    @Override
    public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl transition) {
        String flow = element.attribute("id");
        transition.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution -> {
            FlowTaken fact = new FlowTaken(
                    execution.getProcessInstanceId(), ClockUtil.getCurrentTime().toInstant(), flow);
            listeners.forEach(listener -> listener.heard(execution.getProcessBusinessKey(), fact));
        });
    }
}
