package io.careloop.insight.figures;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What figures can be narrowed to. */
@Repository
public class Choices {

    private final JdbcClient jdbc;

    Choices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param kind {@code category}, {@code team} or {@code channel} */
    public List<String> of(String kind) {
        return jdbc.sql("select value from insight_choice where kind = ? order by value")
                .param(kind)
                .query(String.class)
                .list();
    }
}
