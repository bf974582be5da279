package io.careloop.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks the {@link EndingGuard}s at the end of each instance; built in, so that no deletion can leave it out. */
@Component
class EndingListener extends AbstractBpmnParseListener {

    private final ObjectProvider<EndingGuard> guards;
    private final Refusals refusals;

    EndingListener(ObjectProvider<EndingGuard> guards, Refusals refusals) {
        this.guards = guards;
        this.refusals = refusals;
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        String key = process.getKey();
        process.addBuiltInListener(
                ExecutionListener.EVENTNAME_END, (ExecutionListener) execution -> check(key, execution));
    }

    private void check(String key, DelegateExecution execution) {
        guards.stream()
                .flatMap(guard ->
                        guard.keepsOpen(key, execution.getProcessBusinessKey(), execution::getVariable).stream())
                .findFirst()
                .ifPresent(code -> {
                    throw refusals.forbidden(code);
                });
    }
}
