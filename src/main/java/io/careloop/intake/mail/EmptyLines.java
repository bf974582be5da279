package io.careloop.intake.mail;

/** Takes out the many empty lines that layouts of HTML mails leave behind. */
final class EmptyLines {

    static String atMostTwo(String text) {
        StringBuilder kept = new StringBuilder();
        int empty = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            String bare = line.replace('\u00a0', ' ').stripTrailing();
            empty = bare.isEmpty() ? empty + 1 : 0;
            if (empty <= 2) {
                kept.append(bare).append('\n');
            }
        }
        return kept.toString();
    }

    private EmptyLines() {}
}
