package io.careloop.modeling.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TableEngineTests {

    private static final int QUESTIONS = 40;
    private static final Pattern VALUE = Pattern.compile("\"([^\"<>]+)\"");

    private final DmnEngine ordinary =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final TableEngine engine = new TableEngine();

    static Stream<Path> tables() throws IOException {
        return Files.walk(Path.of("processes"))
                .filter(file -> file.toString().endsWith(".dmn"))
                .sorted();
    }

    /** Each question twice, so that what is remembered is compared as well. */
    @ParameterizedTest
    @MethodSource("tables")
    void everyTableOfTheReleaseIsAnsweredAsByTheOrdinaryEngine(Path file) throws Exception {
        byte[] content = Files.readAllBytes(file);
        Table table = Table.in(content, engine).get(0);
        List<Object> values = valuesIn(new String(content, StandardCharsets.UTF_8));
        Random random = new Random(7);
        for (int question = 0; question < QUESTIONS; question++) {
            Map<String, Object> known = new HashMap<>();
            for (Table.Column column : table.columns().values()) {
                known.put(column.expression(), value(column, values, random));
            }
            Object expected = ordinary.evaluateDecisionTable(table.key(), new ByteArrayInputStream(content), known)
                    .getResultList();
            assertThat(engine.ask(table, known).hits()).as(known::toString).isEqualTo(expected);
            assertThat(engine.ask(table, known).hits()).as(known::toString).isEqualTo(expected);
        }
    }

    private static Object value(Table.Column column, List<Object> values, Random random) {
        if ("integer".equals(column.type())) {
            return random.nextInt(6);
        }
        Object value = values.get(random.nextInt(values.size()));
        return column.expression().equals("text") ? "words " + value + " and more" : value;
    }

    private static List<Object> valuesIn(String dmn) {
        List<Object> values = new ArrayList<>(List.of("something else"));
        values.add(null);
        Matcher found = VALUE.matcher(dmn.substring(dmn.indexOf("<input")));
        while (found.find()) {
            values.add(found.group(1));
        }
        return values;
    }
}
