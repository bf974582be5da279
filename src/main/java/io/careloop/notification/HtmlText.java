package io.careloop.notification;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** The same text as HTML: paragraphs, lines, and addresses of pages that can be followed. Everything else is escaped. */
class HtmlText {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]+[^\\s<>\".,;:!?)\\]。，；：！？）]");

    String of(String text) {
        StringBuilder html = new StringBuilder("<html><body>");
        for (String paragraph : text.strip().split("\n{2,}")) {
            html.append("<p>").append(linked(paragraph).replace("\n", "<br>")).append("</p>\n");
        }
        return html.append("</body></html>").toString();
    }

    private static String linked(String paragraph) {
        StringBuilder html = new StringBuilder();
        Matcher address = ADDRESS.matcher(paragraph);
        int done = 0;
        while (address.find()) {
            html.append(escaped(paragraph.substring(done, address.start())));
            html.append("<a href=\"%1$s\">%1$s</a>".formatted(escaped(address.group())));
            done = address.end();
        }
        return html.append(escaped(paragraph.substring(done))).toString();
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
