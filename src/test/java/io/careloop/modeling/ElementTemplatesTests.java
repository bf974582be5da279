package io.careloop.modeling;

import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.engine.DiagramInput;
import io.careloop.modeling.DiagramTasks.DiagramTask;
import io.careloop.modeling.ElementTemplates.Callable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The templates that owners choose from in the Modeler are those that the delegates describe, and ours use them. */
class ElementTemplatesTests {

    private static final Path FOLDER = Path.of("processes/.camunda/element-templates");
    private static final String WRITE = "careloop.write";

    /** With {@code -Dcareloop.write=true} the files are written instead of compared. */
    @Test
    void filesAreWhatTheDelegatesSay() throws IOException {
        Map<String, String> wanted = ElementTemplates.files();
        if (Boolean.getBoolean(WRITE)) {
            write(wanted);
        }
        assertThat(written())
                .as("mvn test -Dtest=ElementTemplatesTests -D%s=true writes them anew", WRITE)
                .isEqualTo(wanted);
    }

    @TestFactory
    Stream<DynamicTest> tasksOfOurDiagramsUseTheirTemplate() throws IOException {
        Map<String, Callable> callables =
                ElementTemplates.callables().stream().collect(Collectors.toMap(Callable::bean, Function.identity()));
        return DiagramTasks.all().stream()
                .map(task -> DynamicTest.dynamicTest(
                        task.file() + " " + task.task().getId(), () -> uses(task, callables.get(task.delegate()))));
    }

    private static void uses(DiagramTask task, Callable callable) throws IOException {
        assertThat(task.attribute("modelerTemplate")).isEqualTo(callable.templateId());
        assertThat(task.attribute("modelerTemplateVersion"))
                .isEqualTo(String.valueOf(callable.call().version()));
        assertThat(task.isMessage()).isEqualTo(callable.call().message());
        if (callable.call().outsideEffect()) {
            assertThat(task.attribute("asyncBefore")).isEqualTo("true");
        }
        List<DiagramInput> inputs = Arrays.asList(callable.call().inputs());
        assertThat(inputs)
                .extracting(DiagramInput::name)
                .containsAll(task.inputs().keySet());
        for (DiagramInput input : inputs) {
            String value = task.inputs().get(input.name());
            if (value == null) {
                assertThat(input.required() || !input.preset().isEmpty())
                        .as("%s is missing", input.name())
                        .isFalse();
            } else {
                fits(input, value);
            }
        }
    }

    private static void fits(DiagramInput input, String value) throws IOException {
        assertThat(value).as(input.name()).isNotBlank();
        Collection<String> known = Choices.of(input, List.of()).keySet();
        if (!known.isEmpty() && !value.contains("${")) {
            assertThat(known).as(input.name()).containsAll(List.of(value.split(",")));
        }
    }

    private static Map<String, String> written() throws IOException {
        return Choices.files(FOLDER, ".json").stream()
                .collect(Collectors.toMap(file -> file.getFileName().toString(), ElementTemplatesTests::read));
    }

    private static void write(Map<String, String> files) throws IOException {
        Files.createDirectories(FOLDER);
        for (Path old : Choices.files(FOLDER, ".json")) {
            Files.delete(old);
        }
        for (var file : files.entrySet()) {
            Files.writeString(FOLDER.resolve(file.getKey()), file.getValue());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
