package io.careloop.insight;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Searches that people keep under a name, each for themselves. */
@Service
public class SavedViews {

    private static final int LONGEST_NAME = 60;
    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final Clock clock;

    SavedViews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public record SavedView(long id, String name, String query) {}

    /** By name. */
    public List<SavedView> of(String owner) {
        return jdbc.sql("select id, name, query from insight_view where owner = ? order by name limit " + MOST)
                .param(owner)
                .query(SavedView.class)
                .list();
    }

    /**
     * Keeps a search; one of the same name is replaced.
     *
     * @return false if it has no name, or there are too many
     */
    public boolean save(String owner, String name, CaseQuery query) {
        String known = name.replaceAll("\\p{Cc}", " ").strip();
        if (known.isEmpty() || known.length() > LONGEST_NAME) {
            return false;
        }
        return jdbc.sql("""
                        insert into insight_view (owner, name, query, created_at)
                        select :owner, :name, :query, :now
                        where (select count(*) from insight_view where owner = :owner and name <> :name) < :most
                        on conflict (owner, name) do update set query = excluded.query""")
                        .param("owner", owner)
                        .param("name", known)
                        .param("query", query.address())
                        .param("now", Timestamp.from(clock.instant()))
                        .param("most", MOST)
                        .update()
                == 1;
    }

    public void delete(String owner, long id) {
        jdbc.sql("delete from insight_view where id = ? and owner = ?")
                .params(id, owner)
                .update();
    }
}
