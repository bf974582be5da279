package io.careloop.engine.sandbox;

import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/** A diagram that a sandbox has read. */
public final class PlayableDiagram {

    private final ProcessDefinitionEntity definition;

    PlayableDiagram(ProcessDefinitionEntity definition) {
        this.definition = definition;
    }

    ProcessDefinitionEntity definition() {
        return definition;
    }
}
