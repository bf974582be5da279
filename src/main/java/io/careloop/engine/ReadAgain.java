package io.careloop.engine;

import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DeploymentCache;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/** Lets go of the definitions that a deployment left in memory, once they are in the database. */
class ReadAgain implements Deployer {

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew() || deployment.getDeployedProcessDefinitions() == null) {
            return;
        }
        DeploymentCache cache = Context.getProcessEngineConfiguration().getDeploymentCache();
        var ids = deployment.getDeployedArtifacts(ProcessDefinitionEntity.class).stream()
                .map(ProcessDefinitionEntity::getId)
                .toList();
        Context.getCommandContext()
                .getTransactionContext()
                .addTransactionListener(
                        TransactionState.COMMITTED, context -> ids.forEach(cache::removeProcessDefinition));
    }
}
