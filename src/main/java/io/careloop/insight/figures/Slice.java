package io.careloop.insight.figures;

/** Which cases; null stands for all. */
public record Slice(String category, String team, String channel) {

    public static final Slice ALL = new Slice(null, null, null);

    public Slice {
        category = orNull(category);
        team = orNull(team);
        channel = orNull(channel);
    }

    boolean isAll() {
        return category == null && team == null && channel == null;
    }

    private static String orNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
