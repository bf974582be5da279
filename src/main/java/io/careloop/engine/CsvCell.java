package io.careloop.engine;

/** A cell of a file for a spreadsheet. A spreadsheet must not take somebody's words for a formula. */
public final class CsvCell {

    private static final String STARTS_A_FORMULA = "=+-@\t\r\n＝＋－＠";

    public static String of(String text) {
        String safe = !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }

    private CsvCell() {}
}
