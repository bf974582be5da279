package io.careloop.insight;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * {@code insight_words}: what was said in a case, to find it by. The log knows no words of people, so they are read from
 * the case as it is.
 */
@Component
class WordsModel implements ReadModel {

    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    WordsModel(JdbcTemplate jdbc, JdbcClient client) {
        this.jdbc = jdbc;
        this.client = client;
    }

    @Override
    public void clear() {
        jdbc.update("truncate insight_words");
    }

    @Override
    public void tell(List<Retold> stories) {
        String[] references = stories.stream()
                .map(Retold::story)
                .filter(story -> story.line().isPresent())
                .map(CaseStory::subject)
                .toArray(String[]::new);
        if (references.length > 0) {
            List<Object[]> rows = new ArrayList<>();
            textsOf(references).forEach((reference, texts) -> rows.add(row(reference, texts)));
            jdbc.batchUpdate("""
                    insert into insight_words (reference, words) values (?, array_to_tsvector(?))
                    on conflict (reference) do update set words = excluded.words""", rows);
        }
    }

    private static Object[] row(String reference, Collection<String> texts) {
        return new Object[] {reference, Lexemes.of(texts).toArray(String[]::new)};
    }

    private Map<String, List<String>> textsOf(String[] references) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        client.sql("""
                        select reference, subject, description, concat_ws(' ', product, remedy_sought, tried_steps, resolution) as more
                        from cases_case where reference = any (:references)
                        union all
                        select reference, subject, text, null from cases_message where reference = any (:references)""").param("references", references).query(row -> {
            List<String> of = texts.computeIfAbsent(row.getString("reference"), none -> new ArrayList<>());
            Stream.of(row.getString(2), row.getString(3), row.getString(4))
                    .filter(text -> text != null)
                    .forEach(of::add);
        });
        return texts;
    }
}
