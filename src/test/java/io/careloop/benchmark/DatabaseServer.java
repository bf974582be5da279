package io.careloop.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What the server itself counts for one database, asked over a connection of its own. */
class DatabaseServer {

    private final HikariDataSource pool;
    private final JdbcClient server;

    DatabaseServer(DataSource dataSource) {
        try {
            this.pool = dataSource.unwrap(HikariDataSource.class);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        this.server = JdbcClient.create(
                new DriverManagerDataSource(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword()));
    }

    /** Makes the first change of each page after it cost the same in every run, as far as it can be made. */
    void checkpoint() {
        server.sql("checkpoint").update();
    }

    /** A server process hands in its counts at the latest when it ends, so the pool is emptied first. */
    Work worked() {
        pool.getHikariPoolMXBean().softEvictConnections();
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> otherConnections() == 0);
        return server.sql("""
                        select sum(n_tup_ins) as inserted, sum(n_tup_upd) as updated, sum(n_tup_del) as deleted,
                            pg_current_wal_insert_lsn() - '0/0'::pg_lsn as log,
                            (select wal_fpi from pg_stat_wal) as whole_pages
                        from pg_stat_user_tables""")
                .query((row, number) -> new Work(
                        row.getLong("inserted"),
                        row.getLong("updated"),
                        row.getLong("deleted"),
                        row.getLong("log"),
                        row.getLong("whole_pages")))
                .single();
    }

    private int otherConnections() {
        return server.sql("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and backend_type = 'client backend'
                            and pid <> pg_backend_pid()""").query(Integer.class).single();
    }

    /**
     * @param log        bytes of write-ahead log
     * @param wholePages pages in it that were written whole, as the first change after a checkpoint does
     */
    record Work(long inserted, long updated, long deleted, long log, long wholePages) {

        Work since(Work before) {
            return new Work(
                    inserted - before.inserted,
                    updated - before.updated,
                    deleted - before.deleted,
                    log - before.log,
                    wholePages - before.wholePages);
        }
    }
}
