package io.careloop.engine;

import io.careloop.engine.ModelReferences.Reference;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.ResourceTypes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Lets a diagram be deployed alone: the newest versions of the forms and tables that it is bound to come along, else its
 * tasks would have none. Instances of older versions keep theirs.
 */
@Component
class DeploymentCompletion {

    private final ObjectProvider<RunningModels> running;

    DeploymentCompletion(ObjectProvider<RunningModels> running) {
        this.running = running;
    }

    /** Adds what is missing and runs already; must be called within the engine's deployment. */
    void complete(DeploymentEntity deployment) {
        Set<Reference> there = new HashSet<>();
        Queue<ModelReferences> open = new ArrayDeque<>();
        List.copyOf(deployment.getResources().values()).forEach(resource -> {
            ModelFile file = new ModelFile(resource.getName(), resource.getBytes());
            file.kind().ifPresent(kind -> open.add(defined(file, kind, there)));
        });
        while (!open.isEmpty()) {
            for (Reference needed : open.remove().needs()) {
                if (there.add(needed)) {
                    running.getObject()
                            .find(needed.kind(), needed.key())
                            .map(model -> add(deployment, model))
                            .ifPresent(file -> open.add(defined(file, needed.kind(), there)));
                }
            }
        }
    }

    private static ModelReferences defined(ModelFile file, ModelKind kind, Set<Reference> there) {
        ModelReferences references = ModelReferences.of(file);
        references.defines().forEach(key -> there.add(new Reference(kind, key)));
        return references;
    }

    private ModelFile add(DeploymentEntity deployment, RunningModel model) {
        ResourceEntity resource = new ResourceEntity();
        resource.setName(model.key() + "." + model.kind().ending());
        resource.setBytes(running.getObject().contentOf(model));
        resource.setDeploymentId(deployment.getId());
        resource.setType(ResourceTypes.REPOSITORY.getValue());
        resource.setCreateTime(ClockUtil.getCurrentTime());
        Context.getCommandContext().getResourceManager().insertResource(resource);
        deployment.addResource(resource);
        return new ModelFile(resource.getName(), resource.getBytes());
    }
}
