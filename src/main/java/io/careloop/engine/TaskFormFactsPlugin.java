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
    private final ObjectProvider<Restrictions> restrictions;

    TaskFormFactsPlugin(ObjectProvider<TaskFormFacts> facts, ObjectProvider<Restrictions> restrictions) {
        this.facts = facts;
        this.restrictions = restrictions;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<CommandInterceptor> interceptors = new ArrayList<>();
        if (engine.getCustomPostCommandInterceptorsTxRequired() != null) {
            interceptors.addAll(engine.getCustomPostCommandInterceptorsTxRequired());
        }
        interceptors.add(new TaskFormFactsInterceptor(facts, restrictions));
        engine.setCustomPostCommandInterceptorsTxRequired(interceptors);
    }
}
