package io.careloop.engine.sandbox;

import io.careloop.engine.DiagramNames;
import java.io.ByteArrayInputStream;
import java.util.function.Function;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/**
 * An engine that plays diagrams. It stores nothing, sends nothing, runs nothing by itself, and is unknown to the rest of the
 * application; each play lives in one command and is gone with it. Several threads may play at once.
 */
public final class Sandbox implements AutoCloseable {

    private final ProcessEngine engine;
    private final ProcessEngineConfigurationImpl configuration;

    /** @param names that expressions may use, as in the running engine */
    public Sandbox(DiagramNames names) {
        configuration = new SandboxConfiguration(names);
        engine = configuration.buildProcessEngine();
        // an engine makes itself known to the web apps and the REST API
        ProcessEngines.unregister(engine);
    }

    /**
     * @param key of the diagram in the file
     * @throws UnplayableDiagramException if the engine refuses the file, or the file has no such diagram
     */
    public PlayableDiagram read(String key, byte[] file) throws UnplayableDiagramException {
        try {
            return engine
                    .getRepositoryService()
                    .createDeployment()
                    .addInputStream(key + ".bpmn", new ByteArrayInputStream(file))
                    .deployWithResult()
                    .getDeployedProcessDefinitions()
                    .stream()
                    .filter(definition -> definition.getKey().equals(key))
                    .map(definition -> configuration
                            .getDeploymentCache()
                            .getProcessDefinitionCache()
                            .get(definition.getId()))
                    .map(PlayableDiagram::new)
                    .findFirst()
                    .orElseThrow(() -> new UnplayableDiagramException("There is no diagram " + key, null));
        } catch (ProcessEngineException e) {
            throw new UnplayableDiagramException(e.getMessage(), e);
        }
    }

    /** @param player is over when it returns; what it started is gone then */
    public <T> T play(PlayableDiagram diagram, Answers answers, Function<Play, T> player) {
        ProcessDefinitionEntity definition = diagram.definition();
        return configuration.getCommandExecutorTxRequired().execute(context -> {
            RunningPlay play = new RunningPlay(context, definition, answers);
            Context.setCommandInvocationContext(new QuietInvocation(configuration));
            play.begin();
            try {
                return player.apply(play);
            } finally {
                RunningPlay.end();
                Context.removeCommandInvocationContext();
            }
        });
    }

    @Override
    public void close() {
        engine.close();
    }
}
