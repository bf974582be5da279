package io.careloop.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessageBundlesTests {

    private static final Path FOLDER = Path.of("src/main/resources/i18n");

    static Stream<String> bundles() throws IOException {
        return Files.list(FOLDER)
                .map(file -> file.getFileName().toString().replace(".properties", ""))
                .filter(name -> !name.contains("_"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyTextIsThereInAllThreeLanguages(String bundle) throws IOException {
        Set<String> english = keys(bundle);

        assertThat(keys(bundle + "_zh_CN")).isEqualTo(english);
        assertThat(keys(bundle + "_zh_TW")).isEqualTo(english);
    }

    @Test
    void noTextIsThereTwice() throws IOException {
        Set<String> seen = new TreeSet<>();
        for (String bundle : bundles().toList()) {
            for (String key : keys(bundle)) {
                assertThat(seen.add(key)).as("%s of %s is new", key, bundle).isTrue();
            }
        }
    }

    private static Set<String> keys(String name) throws IOException {
        Properties texts = new Properties();
        try (Reader file = Files.newBufferedReader(FOLDER.resolve(name + ".properties"), StandardCharsets.UTF_8)) {
            texts.load(file);
        }
        return new TreeSet<>(texts.stringPropertyNames());
    }
}
