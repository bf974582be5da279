package io.careloop.insight.figures;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

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

    /** Of statements that compare {@code :category}, {@code :team} and {@code :channel}; null where all are meant. */
    Map<String, Object> params() {
        Map<String, Object> params = new HashMap<>();
        params.put("category", category);
        params.put("team", team);
        params.put("channel", channel);
        return params;
    }

    /** What a row has to have, with nothing about what is not asked for, so that an index answers it. */
    String conditions() {
        return params().entrySet().stream()
                .filter(part -> part.getValue() != null)
                .map(part -> " and %1$s = :%1$s".formatted(part.getKey()))
                .collect(Collectors.joining());
    }

    private static String orNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
