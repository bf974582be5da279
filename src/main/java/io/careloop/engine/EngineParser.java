package io.careloop.engine;

import io.careloop.engine.ModelFinding.Weight;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Reads a diagram as the engine will at its deployment, and deploys nothing. */
@Component
class EngineParser {

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;

    EngineParser(ObjectProvider<ProcessEngineConfigurationImpl> engine) {
        this.engine = engine;
    }

    /** What it would refuse, in its own words. */
    List<ModelFinding> faultsOf(ModelFile diagram) {
        try {
            engine.getObject().getCommandExecutorTxRequired().execute(context -> {
                parse(diagram);
                return null;
            });
            return List.of();
        } catch (ParseException e) {
            return e.getResorceReports().stream()
                    .flatMap(report -> report.getErrors().stream())
                    .map(problem -> fault(diagram, problem))
                    .toList();
        } catch (StackOverflowError e) {
            return List.of(fault(diagram, "", "it is nested too deeply"));
        } catch (ProcessEngineException e) {
            return List.of(fault(diagram, "", e.getMessage()));
        }
    }

    private void parse(ModelFile diagram) {
        bpmn().getBpmnParser()
                .createParse()
                .sourceInputStream(new ByteArrayInputStream(diagram.content()))
                .deployment(new DeploymentEntity())
                .name(diagram.name())
                .execute();
    }

    private BpmnDeployer bpmn() {
        return engine.getObject().getDeployers().stream()
                .filter(BpmnDeployer.class::isInstance)
                .map(BpmnDeployer.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static ModelFinding fault(ModelFile diagram, Problem problem) {
        String element = Objects.requireNonNullElse(problem.getMainElementId(), "");
        String place = element.isEmpty() && problem.getLine() > 0 ? " (line %d)".formatted(problem.getLine()) : "";
        return fault(diagram, element, problem.getMessage() + place);
    }

    private static ModelFinding fault(ModelFile diagram, String element, String message) {
        return new ModelFinding(Weight.FAULT, diagram.name(), element, "", "parser", List.of(message));
    }
}
