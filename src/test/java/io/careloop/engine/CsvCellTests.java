package io.careloop.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words stay words in a spreadsheet. */
class CsvCellTests {

    /** Spreadsheets set up for Chinese and Japanese take the wide signs for the narrow ones. */
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+86 21", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "－1", "＠SUM(A1)"})
    void wordsThatBeginLikeAFormulaAreNone(String words) {
        assertThat(CsvCell.of(words)).isEqualTo("\"'" + words + '"');
    }

    @Test
    void quotesCommasAndLinesStayInTheirCell() {
        assertThat(CsvCell.of("包裹 \"坏了\", 两次\n谢谢")).isEqualTo("\"包裹 \"\"坏了\"\", 两次\n谢谢\"");
        assertThat(CsvCell.of("")).isEqualTo("\"\"");
    }
}
