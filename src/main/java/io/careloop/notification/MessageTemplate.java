package io.careloop.notification;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One message in one language, as its file says it: a head of {@code key: value} lines, an empty line, then the text.
 * The head knows {@code version}, {@code for}, {@code subject} and, for a template no longer used, {@code retired} with
 * the reason. Subject and text are Mustache; a name without a value is left empty.
 *
 * @param version the same in all languages; counted up by whoever changes what is said
 * @param names   facts that subject and text ask for
 */
record MessageTemplate(
        String name,
        String language,
        int version,
        Purpose purpose,
        String retired,
        Template subject,
        Template text,
        Set<String> names) {

    /** Who a template is for. */
    enum Purpose {
        CUSTOMER,
        STAFF,
        /** Words that a member of the staff starts from when writing to the customer. */
        DRAFT
    }

    private static final Mustache.Compiler MUSTACHE =
            Mustache.compiler().escapeHTML(false).defaultValue("").emptyStringIsFalse(true);

    /** @throws IllegalArgumentException naming what is wrong with the file */
    static MessageTemplate parse(String name, String language, String file) {
        String[] parts = file.replace("\r\n", "\n").split("\n[ \t]*\n", 2);
        Map<String, String> head = head(parts[0]);
        if (parts.length < 2 || !head.containsKey("version") || !head.containsKey("subject")) {
            throw new IllegalArgumentException(
                    "Template %s.%s needs a head with version and subject, an empty line, and a text"
                            .formatted(name, language));
        }
        Template subject = MUSTACHE.compile(head.get("subject"));
        Template text = MUSTACHE.compile(parts[1].strip() + "\n");
        Set<String> names = new TreeSet<>();
        subject.visit(new NameCollector(names));
        text.visit(new NameCollector(names));
        return new MessageTemplate(
                name,
                language,
                Integer.parseInt(head.get("version")),
                Purpose.valueOf(head.getOrDefault("for", "customer").toUpperCase(Locale.ROOT)),
                head.get("retired"),
                subject,
                text,
                names);
    }

    String subjectFor(Map<String, Object> facts) {
        return subject.execute(facts);
    }

    /** What an empty fact leaves behind is closed up. */
    String textFor(Map<String, Object> facts) {
        return text.execute(facts).replaceAll("\n{3,}", "\n\n").strip();
    }

    private static Map<String, String> head(String text) {
        Map<String, String> head = new TreeMap<>();
        text.lines().forEach(line -> {
            int colon = line.indexOf(':');
            if (colon > 0) {
                head.put(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip());
            }
        });
        return head;
    }

    private record NameCollector(Set<String> names) implements Mustache.Visitor {

        @Override
        public void visitText(String text) {}

        @Override
        public void visitVariable(String name) {
            names.add(name);
        }

        @Override
        public boolean visitInclude(String name) {
            throw new IllegalArgumentException("Templates do not include one another: " + name);
        }

        @Override
        public boolean visitSection(String name) {
            return names.add(name) || true;
        }

        @Override
        public boolean visitInvertedSection(String name) {
            return visitSection(name);
        }
    }
}
