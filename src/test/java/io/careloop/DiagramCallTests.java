package io.careloop;

import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramInput;
import io.careloop.engine.DiagramOutput;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What delegates say of themselves is what their code does, as far as a name in it can be followed. */
class DiagramCallTests {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final String NAME = "\\(\\s*(\"[A-Za-z.]+\"|(?:[A-Z][A-Za-z]+\\.)*[A-Z_]+(?![\\w.(]))";
    private static final Pattern READ_OF_TASK = Pattern.compile("(?:get|has)VariableLocal" + NAME);
    private static final Pattern READ = Pattern.compile("execution\\s*\\.getVariable" + NAME);
    private static final Pattern SET = Pattern.compile("execution\\s*\\.setVariable" + NAME);
    private static final Pattern FIELD = Pattern.compile("\\.(?:text|code|date|isSet)" + NAME + "\\)");
    private static final Pattern ERROR = Pattern.compile("new BpmnError" + NAME);

    @TestFactory
    Stream<DynamicTest> everyDelegateSaysWhatItIs() throws IOException {
        return each(delegate -> {
            DiagramCall call = delegate.call();
            assertThat(call).as("@DiagramCall").isNotNull();
            assertThat(call.name()).isNotBlank();
            assertThat(call.description()).endsWith(".");
            assertThat(call.inputs()).allSatisfy(input -> {
                assertThat(input.label()).isNotBlank();
                if (input.kind() == DiagramInput.Kind.ONE_OF) {
                    assertThat(input.values()).isNotEmpty();
                }
            });
        });
    }

    @TestFactory
    Stream<DynamicTest> noDelegateReadsAnInputThatItDoesNotDeclare() throws IOException {
        return each(delegate -> assertThat(delegate.inputs()).containsAll(delegate.names(READ_OF_TASK)));
    }

    @TestFactory
    Stream<DynamicTest> noDelegateReadsAVariableThatItDoesNotDeclare() throws IOException {
        return each(delegate -> {
            List<String> declared = Stream.concat(
                            delegate.inputs().stream(),
                            Arrays.stream(delegate.call().reads()))
                    .toList();
            assertThat(declared).containsAll(delegate.names(READ));
            assertThat(delegate.names(READ)).containsAll(List.of(delegate.call().reads()));
        });
    }

    @TestFactory
    Stream<DynamicTest> noDelegateSetsAVariableThatItDoesNotDeclare() throws IOException {
        return each(
                delegate -> assertThat(Arrays.stream(delegate.call().outputs()).map(DiagramOutput::name))
                        .containsAll(delegate.names(SET)));
    }

    @TestFactory
    Stream<DynamicTest> delegatesDeclareTheFieldsThatTheyTakeFromAForm() throws IOException {
        return each(delegate -> assertThat(delegate.call().fields()).containsAll(delegate.names(FIELD)));
    }

    @TestFactory
    Stream<DynamicTest> delegatesDeclareTheErrorsThatTheyThrow() throws IOException {
        return each(delegate -> assertThat(delegate.names(ERROR))
                .containsExactlyInAnyOrder(delegate.call().errors()));
    }

    @TestFactory
    Stream<DynamicTest> noTwoDelegatesHaveOneName() throws IOException {
        Set<String> seen = new HashSet<>();
        return each(delegate -> assertThat(seen.add(delegate.call().name())).isTrue());
    }

    private static Stream<DynamicTest> each(Consumer<Delegate> check) throws IOException {
        try (Stream<Path> walk = Files.walk(SOURCES)) {
            List<Path> found = walk.filter(file -> file.toString().endsWith("Delegate.java"))
                    .sorted()
                    .toList();
            assertThat(found).isNotEmpty();
            return found.stream()
                    .map(file -> DynamicTest.dynamicTest(
                            file.getFileName().toString(), () -> check.accept(new Delegate(file))));
        }
    }

    /** A delegate and its source. */
    private record Delegate(Path file) {

        DiagramCall call() {
            return type().getAnnotation(DiagramCall.class);
        }

        List<String> inputs() {
            return Arrays.stream(call().inputs()).map(DiagramInput::name).toList();
        }

        Set<String> names(Pattern pattern) {
            String source = read();
            String body = source.substring(source.indexOf("implements JavaDelegate"));
            return pattern.matcher(body)
                    .results()
                    .map(found -> found.group(1))
                    .map(name -> name.startsWith("\"") ? name.substring(1, name.length() - 1) : constant(name, source))
                    .collect(Collectors.toSet());
        }

        private Class<?> type() {
            String path = SOURCES.relativize(file).toString();
            return load(path.substring(0, path.length() - ".java".length()).replace('/', '.'));
        }

        /** {@code PAID}, {@code Variable.PAID} or {@code RecoveryModel.Variable.PAID}, found as the compiler finds it. */
        private String constant(String name, String source) {
            int dot = name.lastIndexOf('.');
            Class<?> owner = dot < 0 ? type() : owner(name.substring(0, dot), source);
            try {
                Field field = owner.getDeclaredField(name.substring(dot + 1));
                field.setAccessible(true);
                return (String) field.get(null);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(name + " in " + file, e);
            }
        }

        private Class<?> owner(String name, String source) {
            String first = name.split("\\.")[0];
            Matcher imported = Pattern.compile(
                            "import (io\\.careloop\\.[A-Za-z.]*?([A-Z][A-Za-z.]*\\.)?" + first + ");")
                    .matcher(source);
            String rest = name.substring(first.length()).replace('.', '$');
            if (!imported.find()) {
                return load(type().getPackageName() + "." + first + rest);
            }
            String outer = imported.group(1);
            int types = outer.indexOf(".process.") + ".process.".length();
            return load(outer.substring(0, types) + outer.substring(types).replace('.', '$') + rest);
        }

        private String read() {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private static Class<?> load(String name) {
            try {
                return Class.forName(name);
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
