package io.careloop.insight.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PackedValuesTests {

    @RepeatedTest(50)
    void valuesComeBackAsTheyWereAndTheirRanksAreThoseOfAllSortedTogether(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Spread spread = new Spread();
        long[] all = {};
        for (int part = random.nextInt(8); part >= 0; part--) {
            long[] values = random.longs(random.nextInt(600), 0, 1L << random.nextInt(1, 53))
                    .sorted()
                    .toArray();
            PackedValues packed = PackedValues.of(PackedValues.of(values).bytes());
            assertThat(packed.values()).isEqualTo(values);
            assertThat(packed.count()).isEqualTo(values.length);
            assertThat(packed.sum()).isEqualTo(LongStream.of(values).sum());
            spread.add(packed);
            all = LongStream.concat(LongStream.of(all), LongStream.of(values))
                    .sorted()
                    .toArray();
        }

        assertThat(spread.count()).isEqualTo(all.length);
        assertThat(spread.together().values()).isEqualTo(all);
        for (double share : new double[] {0, 0.25, 0.5, 0.9, 1}) {
            if (all.length == 0) {
                assertThat(spread.percentile(share)).isNull();
            } else {
                assertThat(spread.percentile(share)).isCloseTo(percentile(all, share), within(0.5));
            }
        }
    }

    @Test
    void valuesThatDoNotRiseAreRefused() {
        assertThatThrownBy(() -> PackedValues.of(new long[] {2, 1})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PackedValues.of(new long[] {-1})).isInstanceOf(IllegalArgumentException.class);
    }

    private static double percentile(long[] sorted, double share) {
        double place = share * (sorted.length - 1);
        long below = sorted[(int) Math.floor(place)];
        long above = sorted[(int) Math.ceil(place)];
        return below + (place - Math.floor(place)) * (above - below);
    }
}
