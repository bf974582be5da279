package io.careloop.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Proves of some copies that the tables say of them what their facts say, and how long that takes to be told. */
class RetoldCopies {

    private final JdbcClient jdbc;

    RetoldCopies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param tell has what waits in the log told
     * @return how long that took, in seconds
     */
    double tellAgain(int cases, Runnable tell) {
        List<String> references =
                jdbc.sql("""
                        select reference from benchmark_copy
                        where number % greatest(1, (select count(*) from benchmark_copy) / :cases) = 0 order by number""").param("cases", cases).query(String.class).list();
        String[] some = references.toArray(String[]::new);
        Map<String, String> before = told(some);
        ManyCases.TOLD.forEach(table -> jdbc.sql("delete from %s where reference = any (?)".formatted(table.name()))
                .param(some)
                .update());
        jdbc.sql("insert into insight_pending (subject) select unnest(?::text[])")
                .param(some)
                .update();
        long begin = System.nanoTime();
        tell.run();
        double took = (System.nanoTime() - begin) / 1e9;
        assertThat(told(some)).isEqualTo(before);
        return took;
    }

    private Map<String, String> told(String[] references) {
        Map<String, String> told = new LinkedHashMap<>();
        ManyCases.TOLD.forEach(table -> jdbc.sql("""
                        select reference, string_agg(t::text, E'\\n' order by t::text) as rows from %s t
                        where reference = any (?) group by reference order by reference""".formatted(table.name()))
                .param(references)
                .query(row -> {
                    told.put(table.name() + " " + row.getString("reference"), row.getString("rows"));
                }));
        return told;
    }
}
