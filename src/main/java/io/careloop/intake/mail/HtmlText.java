package io.careloop.intake.mail;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** What a person reads in an HTML mail, as plain text: lines stay lines, a quotation is marked with {@code >}. */
final class HtmlText {

    private static final Set<String> LINES = Set.of(
            "p", "div", "tr", "table", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "hr", "section");

    private static final Set<String> UNSEEN = Set.of("script", "style", "head", "title", "template", "noscript");
    private static final int DEEPEST_QUOTATION = 5;

    static String of(String html) {
        return of(Jsoup.parse(html));
    }

    static String of(Document page) {
        Lines lines = new Lines();
        NodeTraversor.traverse(lines, page);
        return lines.text();
    }

    private static final class Lines implements NodeVisitor {

        private final StringBuilder text = new StringBuilder();
        private final StringBuilder line = new StringBuilder();
        private int quotations;
        private int unseen;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words && unseen == 0) {
                append(words);
            } else if (node instanceof Element element) {
                open(element, element.normalName());
            }
        }

        private void append(TextNode words) {
            String value = words.getWholeText().replaceAll("[ \\t\\r\\n\\f]+", " ");
            line.append(line.isEmpty() ? value.stripLeading() : value);
        }

        private void open(Element element, String name) {
            if (UNSEEN.contains(name)) {
                unseen++;
            } else if (name.equals("br")) {
                endLine();
            } else if (name.equals("blockquote")) {
                startLine();
                quotations++;
            } else if (LINES.contains(name)) {
                startLine();
                line.append(name.equals("li") ? "- " : "");
            } else if (name.equals("img") && !element.attr("alt").isBlank() && unseen == 0) {
                line.append('[').append(element.attr("alt").strip()).append(']');
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                close(element, element.normalName());
            }
        }

        private void close(Element element, String name) {
            if (UNSEEN.contains(name)) {
                unseen--;
            } else if (name.equals("blockquote")) {
                startLine();
                quotations--;
            } else if (name.equals("p")) {
                startLine();
                endLine();
            } else if (LINES.contains(name)) {
                startLine();
            } else if (name.equals("td") || name.equals("th")) {
                line.append(' ');
            } else if (name.equals("a")) {
                address(element.attr("href").strip(), element.text());
            }
        }

        /** A link says where it leads unless its words do. */
        private void address(String href, String words) {
            if (unseen == 0 && href.matches("(?i)https?://.*") && !href.contains(words.strip()) && !words.isBlank()) {
                line.append(" <").append(href).append('>');
            }
        }

        private void startLine() {
            if (!line.toString().isBlank()) {
                endLine();
            } else {
                line.setLength(0);
            }
        }

        private void endLine() {
            text.append("> ".repeat(Math.min(quotations, DEEPEST_QUOTATION)))
                    .append(line.toString().stripTrailing())
                    .append('\n');
            line.setLength(0);
        }

        String text() {
            startLine();
            return text.toString();
        }
    }

    private HtmlText() {}
}
