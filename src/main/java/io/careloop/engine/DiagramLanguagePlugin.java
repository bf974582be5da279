package io.careloop.engine;

import org.camunda.bpm.engine.ArtifactFactory;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.scripting.ExecutableScript;
import org.camunda.bpm.engine.impl.scripting.ScriptFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What a diagram can make the engine do: evaluate expressions within the list, and neither scripts nor classes by name. */
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
        engine.setExpressionManager(new DiagramExpressions(names.getIfAvailable(() -> DiagramNames.NONE), application));
        engine.setArtifactFactory(new NoClasses());
        engine.setScriptFactory(new NoScripts());
    }

    private static class NoClasses implements ArtifactFactory {

        @Override
        public <T> T getArtifact(Class<T> type) {
            throw new ProcessEngineException("Diagrams may not name the Java class " + type.getName());
        }
    }

    private static class NoScripts extends ScriptFactory {

        @Override
        public ExecutableScript createScriptFromResource(String language, String resource) {
            throw refusal();
        }

        @Override
        public ExecutableScript createScriptFromResource(String language, Expression resource) {
            throw refusal();
        }

        @Override
        public ExecutableScript createScriptFromSource(String language, String source) {
            throw refusal();
        }

        @Override
        public ExecutableScript createScriptFromSource(String language, Expression source) {
            throw refusal();
        }

        private static ProcessEngineException refusal() {
            return new ProcessEngineException("Scripts are not run here");
        }
    }
}
