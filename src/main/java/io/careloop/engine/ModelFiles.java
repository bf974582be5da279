package io.careloop.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The diagrams, tables and forms that this release brings, by a name that is the same whether they come from a folder or
 * a jar: their path from {@code processes/} or {@code forms/} on.
 */
@Component
public class ModelFiles {

    private static final List<String> PATTERNS =
            List.of("processes/**/*.bpmn", "processes/**/*.dmn", "forms/**/*.form");

    private final ResourcePatternResolver resources = new PathMatchingResourcePatternResolver();

    /** All of them, in the order of their names. */
    public List<ModelFile> all() {
        return PATTERNS.stream()
                .flatMap(this::matching)
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .toList();
    }

    private Stream<ModelFile> matching(String pattern) {
        String root = pattern.substring(0, pattern.indexOf('/') + 1);
        try {
            return Arrays.stream(resources.getResources("classpath*:" + pattern))
                    .map(resource -> new ModelFile(nameOf(resource, root), contentOf(resource)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String nameOf(Resource resource, String root) {
        try {
            String address = resource.getURL().toString();
            return address.substring(address.lastIndexOf("/" + root) + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] contentOf(Resource resource) {
        try {
            return resource.getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
