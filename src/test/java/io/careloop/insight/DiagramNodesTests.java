package io.careloop.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;

/** Pages call steps as the diagram does. */
class DiagramNodesTests {

    /** The engine tells of the step for each department and of all of them together, under an id of its own. */
    @Test
    void aStepForSeveralThingsHasANameForAllOfThemToo() {
        DiagramNodes nodes = DiagramNodes.of(
                Bpmn.readModelFromFile(new File("processes/collaboration/cross-department-collaboration.bpmn")));

        assertThat(nodes.names())
                .containsEntry("Activity_AskDepartment", "Ask department")
                .containsEntry("Activity_AskDepartment#multiInstanceBody", "Ask department (1–n)");
    }
}
