package io.careloop.collaboration;

/**
 * What a department is asked.
 *
 * @param department one of {@link Department#ALL}
 */
public record Question(String department, String text) {

    static final int LONGEST = 4_000;

    public Question {
        text = text == null ? "" : text.replace("\u0000", "").strip();
    }
}
