package io.careloop.intake.mail;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Takes the quoted past of a thread off a reply. Where it is not certain that nothing new stands below, all is kept.
 */
final class QuotedHistory {

    private static final Pattern SEPARATOR = Pattern.compile(
            "(?i)\\s*[-_]{2,}\\s*(original message|original appointment|原始邮件|原始郵件|原邮件|回复的原邮件)\\s*[-_]{2,}\\s*");

    private static final Pattern WROTE = Pattern.compile(
            "(?i)\\s*(on .{5,200} wrote|am .{5,200} schrieb.{0,100}|le .{5,200} a écrit|.{0,200}\\d.{0,200}(写道|寫道|写到|寫到))\\s*[:：]\\s*");

    private static final Pattern FROM = Pattern.compile("(?i)\\s*\\**(from|von|de|发件人|寄件者|寄件人)\\s*\\**\\s*[:：].*");

    private static final Pattern OTHER_HEADER =
            Pattern.compile("(?i)\\s*\\**(sent|date|to|cc|subject|gesendet|发送时间|发送日期|收件人|抄送|主题|日期|寄件日期|傳送時間|收件者|副本|主旨)"
                    + "\\s*\\**\\s*[:：].*");

    private static final int LONGEST_LINE = 400;
    private static final int HEADER_LINES = 6;

    private final List<String> lines;

    /** From this line on all lines are quotations or empty. */
    private final int tail;

    private QuotedHistory(List<String> lines) {
        this.lines = lines;
        int start = lines.size();
        while (start > 0 && (lines.get(start - 1).isBlank() || isQuoted(lines.get(start - 1)))) {
            start--;
        }
        this.tail = start;
    }

    /** What is new in the reply. */
    static String cut(String text) {
        QuotedHistory history = new QuotedHistory(text.lines().toList());
        String fresh =
                String.join("\n", history.lines.subList(0, history.start())).strip();
        return fresh.isEmpty() ? text : fresh;
    }

    private int start() {
        return IntStream.range(0, lines.size())
                .filter(this::startsHistory)
                .findFirst()
                .orElse(lines.size());
    }

    private boolean startsHistory(int i) {
        String line = lines.get(i);
        if (isQuoted(line)) {
            return i >= tail;
        }
        return !line.isBlank()
                && line.length() <= LONGEST_LINE
                && (SEPARATOR.matcher(line).matches() || startsHeaders(i) || introducesQuotation(i));
    }

    private boolean startsHeaders(int i) {
        return FROM.matcher(lines.get(i)).matches()
                && lines.subList(i + 1, Math.min(lines.size(), i + 1 + HEADER_LINES)).stream()
                                .filter(line -> OTHER_HEADER.matcher(line).matches())
                                .count()
                        >= 2;
    }

    /** "On … wrote:", which a long address may push over two lines, with nothing but quotations below. */
    private boolean introducesQuotation(int i) {
        if (i + 1 >= tail && i + 1 < lines.size() && isIntroduction(lines.get(i))) {
            return true;
        }
        return i + 2 >= tail
                && i + 2 < lines.size()
                && !isQuoted(lines.get(i + 1))
                && isIntroduction(lines.get(i) + " " + lines.get(i + 1));
    }

    private static boolean isIntroduction(String line) {
        return line.length() <= LONGEST_LINE && WROTE.matcher(line).matches();
    }

    private static boolean isQuoted(String line) {
        return line.stripLeading().startsWith(">");
    }
}
