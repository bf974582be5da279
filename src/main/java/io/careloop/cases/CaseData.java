package io.careloop.cases;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the staff may put right on a case and its customer, without what cannot be seen. Null means not known.
 *
 * @param email lower case
 * @param phone E.164
 */
public record CaseData(String name, String email, String phone, String subject, String product, String remedySought) {

    private static final int LONGEST_LINE = 300;
    private static final int LONGEST_TEXT = 5000;

    public CaseData {
        name = line(name);
        email = line(email);
        phone = line(phone);
        subject = line(subject);
        product = line(product);
        remedySought = text(remedySought);
    }

    static CaseData of(CaseFile file, Contact contact) {
        return new CaseData(
                contact.name(), contact.email(), contact.phone(), file.subject(), file.product(), file.remedySought());
    }

    /** The values by the names that the timeline uses. */
    public Map<String, String> byField() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.put("email", email);
        fields.put("phone", phone);
        fields.put("subject", subject);
        fields.put("product", product);
        fields.put("remedySought", remedySought);
        return fields;
    }

    boolean isTooLong() {
        return byField().entrySet().stream()
                .anyMatch(field -> field.getValue() != null && field.getValue().length() > longest(field.getKey()));
    }

    private static int longest(String field) {
        return field.equals("remedySought") ? LONGEST_TEXT : LONGEST_LINE;
    }

    private static String line(String typed) {
        return text(typed == null ? null : typed.replaceAll("\\s+", " "));
    }

    private static String text(String typed) {
        if (typed == null) {
            return null;
        }
        String text = typed.replaceAll("\\r\\n?", "\n")
                .replaceAll("[\\p{Cc}&&[^\\n\\t]]", "")
                .strip();
        return text.isEmpty() ? null : text;
    }
}
