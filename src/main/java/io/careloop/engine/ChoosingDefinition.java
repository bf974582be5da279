package io.careloop.engine;

import io.careloop.engine.VersionChoice.Chosen;
import io.careloop.engine.VersionChoice.Start;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.camunda.bpm.engine.impl.bpmn.behavior.NoneStartEventActivityBehavior;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;

/**
 * A definition that asks before an instance begins in it, and hands the instance over to the chosen version. All roads of
 * the engine to a new instance meet here, but for calls, which {@link ChoosingCall} leads here.
 */
class ChoosingDefinition extends ProcessDefinitionEntity {

    private static final long serialVersionUID = 1L;

    private final transient Function<Start, Optional<Chosen>> choice;

    ChoosingDefinition(Function<Start, Optional<Chosen>> choice) {
        this.choice = choice;
    }

    /**
     * Where an instance begins that was asked for in some version.
     *
     * @param begun is told its id
     */
    record Place(ChoosingDefinition definition, ActivityImpl start, Consumer<String> begun) {}

    @Override
    public ExecutionEntity createProcessInstance(String businessKey, String caseInstanceId, ActivityImpl initial) {
        Place place = placeOf(businessKey, initial);
        ExecutionEntity instance = place.definition().begin(businessKey, caseInstanceId, place.start());
        place.begun().accept(instance.getId());
        return instance;
    }

    Place placeOf(String businessKey, ActivityImpl initial) {
        return Optional.ofNullable(initial)
                .filter(this::isStart)
                .flatMap(start -> choice.apply(new Start(getKey(), getVersion(), businessKey)))
                .flatMap(chosen -> definitionOf(chosen.definitionId())
                        .flatMap(definition -> definition.placeLike(initial, this, chosen.begun())))
                .orElseGet(() -> new Place(this, initial, instance -> {}));
    }

    private ExecutionEntity begin(String businessKey, String caseInstanceId, ActivityImpl start) {
        return super.createProcessInstance(businessKey, caseInstanceId, start);
    }

    /** Who repairs an instance starts it somewhere else, in the version that they mean. */
    private boolean isStart(ActivityImpl initial) {
        return initial.getFlowScope() == this
                && initial.getActivityBehavior() instanceof NoneStartEventActivityBehavior;
    }

    /** Empty if it is gone; read from the database, since another node may have suspended it. */
    private Optional<ChoosingDefinition> definitionOf(String definitionId) {
        return definitionId.equals(getId())
                ? Optional.of(this)
                : Optional.ofNullable(Context.getCommandContext()
                                .getProcessDefinitionManager()
                                .findLatestDefinitionById(definitionId))
                        .map(Context.getProcessEngineConfiguration().getDeploymentCache()::resolveProcessDefinition)
                        .filter(ChoosingDefinition.class::isInstance)
                        .map(ChoosingDefinition.class::cast);
    }

    private Optional<Place> placeLike(ActivityImpl other, ChoosingDefinition of, Consumer<String> begun) {
        return Optional.ofNullable(other == of.getInitial() ? getInitial() : findActivity(other.getId()))
                .filter(this::isStart)
                .map(start -> new Place(this, start, begun));
    }
}
