package io.careloop.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.repository.DefaultDeploymentHandler;
import org.camunda.bpm.engine.repository.Resource;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Passes over what is deployed again and runs. The Modeler asks for that with each deployment, and the engine compares
 * with the last deployment of the same name alone: a change that something else has replaced since would be passed over
 * and called a success.
 */
class RepeatedDeployments extends DefaultDeploymentHandler {

    private final ObjectProvider<RunningModels> running;

    RepeatedDeployments(ProcessEngine engine, ObjectProvider<RunningModels> running) {
        super(engine);
        this.running = running;
    }

    @Override
    public boolean shouldDeployResource(Resource brought, Resource before) {
        if (super.shouldDeployResource(brought, before)) {
            return true;
        }
        ModelFile file = new ModelFile(brought.getName(), brought.getBytes());
        return file.kind().isPresent() && !running.getObject().runs(file);
    }
}
