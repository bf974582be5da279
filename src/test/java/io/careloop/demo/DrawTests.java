package io.careloop.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawTests {

    @Test
    void theSameSeedAndNameComeOutTheSame() {
        assertThat(numbers(new Draw(7, "words"))).isEqualTo(numbers(new Draw(7, "words")));
    }

    @Test
    void anotherSeedOrNameComesOutOtherwise() {
        List<Integer> numbers = numbers(new Draw(7, "words"));

        assertThat(numbers(new Draw(8, "words"))).isNotEqualTo(numbers);
        assertThat(numbers(new Draw(7, "word"))).isNotEqualTo(numbers);
    }

    @Test
    void aShareOfMuchChanceIsMet() {
        long hits = IntStream.range(0, 10_000)
                .filter(i -> new Draw(7, "case/" + i).chance(0.15))
                .count();

        assertThat(hits).isBetween(1_350L, 1_650L);
    }

    @Test
    void numbersAndChoicesStayWithinTheirBounds() {
        Draw draw = new Draw(7, "bounds");

        assertThat(IntStream.range(0, 1_000)
                        .map(i -> draw.number(2, 4))
                        .distinct()
                        .sorted())
                .containsExactly(2, 3, 4);
        assertThat(IntStream.range(0, 1_000).mapToDouble(i -> draw.between(0.5, 0.75)))
                .allMatch(value -> value >= 0.5 && value < 0.75);
        assertThat(IntStream.range(0, 100).mapToObj(i -> draw.one(List.of("a", "b"))))
                .contains("a", "b");
    }

    private static List<Integer> numbers(Draw draw) {
        return IntStream.range(0, 20).mapToObj(i -> draw.number(0, 1_000_000)).toList();
    }
}
