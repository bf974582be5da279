package io.careloop.engine;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Keeps the running engine to the language of diagrams. */
@Component
class DiagramLanguagePlugin extends AbstractProcessEnginePlugin {

    private final ObjectProvider<DiagramNames> names;
    private final BeanFactory application;

    DiagramLanguagePlugin(ObjectProvider<DiagramNames> names, BeanFactory application) {
        this.names = names;
        this.application = application;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        DiagramLanguage.limit(engine, names.getIfAvailable(() -> DiagramNames.NONE), application);
    }
}
