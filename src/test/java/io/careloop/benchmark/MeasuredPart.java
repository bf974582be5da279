package io.careloop.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** What a benchmark writes between two markers of the document that explains it. */
record MeasuredPart(String name) {

    private static final Path DOCUMENT = Path.of("src/docs/benchmarks.md");

    /** Begins what is written: when, by which command, and on what. */
    static String head(Class<?> benchmark) {
        return "Measured on %s by `mvn -Pbenchmark test -Dtest=%s`: %d cores, Java %s"
                .formatted(
                        LocalDate.now(),
                        benchmark.getSimpleName(),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version().feature());
    }

    /** Replaces what stood there. */
    void write(String text) {
        try {
            String before = Files.readString(DOCUMENT);
            String begin = "<!-- %s: begin -->".formatted(name);
            String head = before.substring(0, before.indexOf(begin) + begin.length());
            String rest = before.substring(before.indexOf("<!-- %s: end -->".formatted(name)));
            Files.writeString(DOCUMENT, head + "\n\n" + text + "\n" + rest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
