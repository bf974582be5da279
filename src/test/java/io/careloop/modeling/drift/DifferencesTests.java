package io.careloop.modeling.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.engine.ModelKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferencesTests {

    private static final String DIAGRAM = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">
              <process id="parcel">
                <subProcess id="Event_Sub"%s><startEvent id="Event_Withdrawn" name="Customer withdrew"%s/></subProcess>
                <boundaryEvent id="Event_Late" name="Too late"%s/>
              </process>
            </definitions>""";

    @Test
    void whatTheModelerLeavesOutWhenItSavesIsNoDifference() {
        assertThat(between(" triggeredByEvent=\"false\"", " isInterrupting=\"true\"", " cancelActivity=\"true\""))
                .isEmpty();
    }

    @Test
    void anEventThatNoLongerInterruptsIsOne() {
        assertThat(between("", " isInterrupting=\"false\"", " cancelActivity=\"false\""))
                .extracting(Difference::elementName)
                .containsExactly("Customer withdrew", "Too late");
    }

    private static List<Difference> between(Object... attributes) {
        return Differences.between(ModelKind.DIAGRAM, diagram(attributes), diagram("", "", ""));
    }

    private static byte[] diagram(Object... attributes) {
        return DIAGRAM.formatted(attributes).getBytes(StandardCharsets.UTF_8);
    }
}
