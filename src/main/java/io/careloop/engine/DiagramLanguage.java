package io.careloop.engine;

import org.camunda.bpm.engine.ArtifactFactory;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.scripting.ExecutableScript;
import org.camunda.bpm.engine.impl.scripting.ScriptFactory;
import org.springframework.beans.factory.BeanFactory;

/** What a diagram can make an engine do: evaluate expressions within the list, and neither scripts nor classes by name. */
public final class DiagramLanguage {

    /**
     * Before the engine is built.
     *
     * @param application where what is on the list, and delegates, are found
     */
    public static void limit(ProcessEngineConfigurationImpl engine, DiagramNames names, BeanFactory application) {
        engine.setExpressionManager(new DiagramExpressions(names, application));
        engine.setArtifactFactory(new NoClasses());
        engine.setScriptFactory(new NoScripts());
    }

    private DiagramLanguage() {}

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
