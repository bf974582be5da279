package io.careloop.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LexemesTests {

    @Test
    void wordsAreWordsAndScriptsWithoutBlanksArePairs() {
        assertThat(Lexemes.of(Arrays.asList("My PARCEL, 包裹丢失了", null)))
                .containsExactly("my", "parcel", "包裹", "裹丢", "丢失", "失了", "了");
    }

    @Test
    void whatIsAskedIsFoundInWhatWasSaid() {
        assertThat(Lexemes.query("丢失")).isEqualTo("'丢失'");
        assertThat(Lexemes.query("了")).isEqualTo("'了':*");
        assertThat(Lexemes.query("parc' | 包裹丢")).isEqualTo("'parc' & '包裹' & '裹丢'");
        assertThat(Lexemes.query("my parc")).isEqualTo("'my' & 'parc':*");
        assertThat(Lexemes.query(" '&!:* ")).isEmpty();
    }

    @Test
    void aLongWordIsFoundByItsBeginning() {
        String word = "x".repeat(100);

        assertThat(Lexemes.of(List.of(word))).containsExactly("x".repeat(40));
        assertThat(Lexemes.query(word)).isEqualTo("'" + "x".repeat(40) + "':*");
    }
}
