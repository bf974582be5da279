package io.careloop.insight.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.careloop.engine.StartRefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

/** A slip in the file of KPIs stops the start with a sentence; it makes no figure 0. */
class KpiDefinitionsTests {

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void theFileThatIsShippedIsWhole() {
        assertThat(new KpiDefinitions(json).entries("hand_backs")).containsExactly("DEPARTMENT_HANDED_BACK");
    }

    @Test
    void aCountThatIsNotNamedStopsTheStart() {
        assertRefused(file -> entries(file).remove("transfers"), "\"entries\"", "missing: [transfers]");
    }

    @Test
    void aCountThatNobodyKnowsStopsTheStart() {
        assertRefused(
                file -> entries(file).set("transfer", entries(file).remove("transfers")),
                "missing: [transfers]",
                "unknown: [transfer]");
    }

    @Test
    void anEntryThatNoTimelineHasStopsTheStart() {
        assertRefused(file -> entries(file).putArray("transfers").add("HANDED_OWER"), "transfers", "[HANDED_OWER]");
    }

    @Test
    void aCountOfNothingStopsTheStart() {
        assertRefused(file -> entries(file).putArray("transfers"), "transfers is made of []");
    }

    @Test
    void aClockThatIsNotNamedStopsTheStart() {
        assertRefused(
                file -> ((ObjectNode) file.get("clocks")).remove("resolution"), "\"clocks\"", "missing: [resolution]");
    }

    @Test
    void nothingElseIsMadeOfEntries() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KpiDefinitions(json).entries("transfer"))
                .withMessageContaining("transfer");
    }

    private static ObjectNode entries(ObjectNode file) {
        return (ObjectNode) file.get("entries");
    }

    private void assertRefused(Consumer<ObjectNode> slip, String... said) {
        ObjectNode file;
        try {
            file = (ObjectNode)
                    json.readTree(new ClassPathResource("processes/insight/kpis.json").getContentAsByteArray());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        slip.accept(file);
        assertThatExceptionOfType(StartRefusedException.class)
                .isThrownBy(() -> new KpiDefinitions(
                        json, new ByteArrayResource(file.toString().getBytes(StandardCharsets.UTF_8))))
                .withMessageContainingAll(said);
    }
}
