package io.careloop.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Sets the {@link TaskFormFactsInterceptor} behind the engine's own interceptors: it works in their transaction. */
@Component
class TaskFormFactsPlugin extends AbstractProcessEnginePlugin {

    private final ObjectProvider<TaskFormFacts> facts;

    TaskFormFactsPlugin(ObjectProvider<TaskFormFacts> facts) {
        this.facts = facts;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<CommandInterceptor> interceptors = new ArrayList<>();
        if (engine.getCustomPostCommandInterceptorsTxRequired() != null) {
            interceptors.addAll(engine.getCustomPostCommandInterceptorsTxRequired());
        }
        interceptors.add(new TaskFormFactsInterceptor(facts));
        engine.setCustomPostCommandInterceptorsTxRequired(interceptors);
    }
}
