package io.careloop.benchmark;

import io.careloop.benchmark.CaseModels.CaseModel;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes very many closed cases of a year out of a few: their facts, all that the console has told of them, and the tables of
 * the case that the console's pages read. Each copy has a reference, ids, times, a customer and words of its own, and takes
 * its own share of its model's time. What the engine keeps of cases is not copied, since those pages do not read it.
 */
class ManyCases {

    private static final int PART = 20_000;

    /** One case of so many is a whole one. */
    private static final int WHOLE_EACH = 50;

    private static final String LAST_FACT = "m.first_fact + c.number::bigint * m.most_facts + m.facts - 1";

    private static final String TAKEN = "case when p.type = 'userTask' then p.taken_at end";

    /** What the console tells from the log. */
    static final List<CopiedTable> TOLD = List.of(
            CopiedTable.ofCase(
                    "insight_case",
                    Map.of(
                            "told_until", LAST_FACT,
                            "first_response_seconds", "p.first_response_seconds * c.stretch / 1000",
                            "resolution_seconds", "p.resolution_seconds * c.stretch / 1000")),
            CopiedTable.ofCase("insight_instance"),
            CopiedTable.ofCase(
                    "insight_visit",
                    Map.of(
                            "wait_ms",
                            span("wait_ms", "p.entered_at", "coalesce(%s, p.left_at)".formatted(TAKEN)),
                            "work_ms",
                            span(
                                    "work_ms",
                                    "case when p.type = 'userTask' then p.taken_at else p.entered_at end",
                                    "p.left_at"))),
            CopiedTable.ofCase("insight_decision"),
            CopiedTable.ofCase(
                    "insight_words", Map.of("words", "p.words || array_to_tsvector(array[c.product, c.remedy])")));

    /** What the modules keep of a case and the console shows. */
    private static final List<CopiedTable> FILES = List.of(
            new CopiedTable(
                    "cases_contact",
                    "p.id = (select f.contact_id from cases_case f where f.reference = m.reference)",
                    Map.of("email", "'customer-' || c.node || '@example.org'", "phone", "null")),
            CopiedTable.ofCase("cases_case", Map.of("product", "c.product", "remedy_sought", "c.remedy")),
            CopiedTable.ofCase("cases_entry"),
            CopiedTable.ofCase("cases_message", Map.of("external_id", "null")),
            CopiedTable.ofCase(
                    "notification_outbox",
                    Map.of(
                            "reason", "p.reason || '/' || c.node",
                            "message_id", "p.message_id || c.node",
                            "state", "'SENT'")),
            CopiedTable.ofCase("deadline_chain"),
            CopiedTable.ofCase("deadline_clock"),
            CopiedTable.ofCase("deadline_fact"));

    private final JdbcClient jdbc;
    private final DataSource database;

    ManyCases(JdbcClient jdbc, DataSource database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    /** How many were made here before. */
    int made() {
        boolean any = jdbc.sql("select to_regclass('benchmark_made') is not null")
                .query(Boolean.class)
                .single();
        return any
                ? jdbc.sql("select cases from benchmark_made")
                        .query(Integer.class)
                        .single()
                : 0;
    }

    /** @param tell has what waits in the log told */
    void make(List<String> bases, int count, Runnable tell) throws SQLException {
        createFunctions();
        List<CaseModel> models = new CaseModels(jdbc).make(bases);
        models.forEach(this::file);
        slimFiles();
        tell.run();
        describe(models);
        plan(count);
        fill(count);
        jdbc.sql("create table benchmark_made as select ?::int as cases")
                .param(count)
                .update();
        jdbc.sql("vacuum analyze").update();
    }

    /** A time of the copy. */
    private void createFunctions() {
        jdbc.sql("""
                create or replace function benchmark_millis(at bigint, model bigint, copy bigint, stretch bigint)
                    returns bigint language sql immutable
                    as 'select copy + (at - model) * stretch / 1000'""").update();
        jdbc.sql("drop table if exists benchmark_copy, benchmark_model").update();
        jdbc.sql("""
                create table benchmark_model (number int primary key, reference text, begin_at bigint, length bigint,
                    facts int, most_facts int, first_fact bigint)""").update();
        jdbc.sql("""
                create table benchmark_copy (number int primary key, model int, reference text, node text, begin_at bigint,
                    stretch bigint, product text, remedy text)""").update();
    }

    /** The case as the modules have it, of the one that went through the product. */
    private void file(CaseModel model) {
        jdbc.sql("truncate benchmark_model, benchmark_copy").update();
        jdbc.sql("insert into benchmark_model (number, reference, begin_at) values (0, ?, ?)")
                .params(model.base(), model.begin().toEpochMilli())
                .update();
        jdbc.sql("insert into benchmark_copy values (0, 0, ?, ?, ?, ?, 'parcel', 'parcel')")
                .params(model.reference(), model.node(), model.begin().toEpochMilli(), model.slower() * 1000)
                .update();
        FILES.forEach(table -> jdbc.sql(table.insert(jdbc)).update());
    }

    private void slimFiles() {
        String slim = "reference between 'C-2000-000000' and 'C-2000-%06d'".formatted(CaseModels.SLIM - 1);
        jdbc.sql("delete from deadline_fact where clock not in ('firstResponse', 'resolution') and " + slim)
                .update();
        jdbc.sql("delete from deadline_clock where clock not in ('firstResponse', 'resolution') and " + slim)
                .update();
        List.of("cases_entry", "cases_message", "notification_outbox")
                .forEach(table -> jdbc.sql("""
                        delete from %1$s where %2$s and ctid not in (
                            select unnest((array_agg(ctid order by ctid))[1:%3$d]) from %1$s where %2$s group by reference)
                        """.formatted(table, slim, table.equals("cases_entry") ? 10 : 2))
                        .update());
    }

    private void describe(List<CaseModel> models) {
        jdbc.sql("truncate benchmark_model, benchmark_copy").update();
        models.forEach(model -> jdbc.sql("""
                        insert into benchmark_model
                        select :number, :reference, :begin,
                            max((fact->>'at')::bigint) - :begin, count(distinct f.id), null, null
                        from insight_fact f cross join jsonb_array_elements(f.facts) fact where f.subject = :reference""")
                .param("number", model.number())
                .param("reference", model.reference())
                .param("begin", model.begin().toEpochMilli())
                .update());
        jdbc.sql("""
                update benchmark_model set most_facts = (select max(facts) from benchmark_model),
                    first_fact = (select max(id) + 1 from insight_fact)""").update();
    }

    /** Which case is when: closed at any time of the last year, the earlier the lower its number. */
    private void plan(int count) {
        jdbc.sql("""
                insert into benchmark_copy
                select number, model, 'C-' || extract(year from to_timestamp(begin_at / 1000)) || '-' || 1000000 + number,
                    lpad(to_hex(number), 12, '0'), begin_at, stretch, 'item' || number %% 20000, 'batch' || number %% 100
                from (
                    select n as number, m.number as model, stretch, extract(epoch from now())::bigint * 1000 - 60000
                        - (:count - n)::bigint * 31536000000 / :count - m.length * stretch / 1000 as begin_at
                    from (
                        select n, 300 + floor(random() * 1700)::bigint as stretch,
                            case when n %% %1$d = 0 then %2$d + n / %1$d %% %3$d else floor(random() * %2$d) end as model
                        from generate_series(1, :count) n
                    ) drawn join benchmark_model m on m.number = drawn.model
                ) placed""".formatted(WHOLE_EACH, CaseModels.SLIM, CaseModels.WHOLE))
                .param("count", count)
                .update();
        jdbc.sql("analyze benchmark_copy, benchmark_model").update();
    }

    /** Without indexes, which are made at the end; two tables at a time. */
    private void fill(int count) throws SQLException {
        List<String> indexes = dropIndexes();
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> works = new ArrayList<>();
            works.add(pool.submit(() -> inParts(facts(), count)));
            TOLD.forEach(table -> works.add(pool.submit(() -> inParts(List.of(table.insert(jdbc)), count))));
            FILES.forEach(table -> works.add(pool.submit(() -> inParts(List.of(table.insert(jdbc)), count))));
            join(works);
            List<Future<?>> made = new ArrayList<>();
            indexes.forEach(index -> made.add(pool.submit(() -> run(List.of(index)))));
            join(made);
        } finally {
            pool.shutdownNow();
        }
        jdbc.sql("select setval(pg_get_serial_sequence('insight_fact', 'id'), (select max(id) from insight_fact))")
                .query()
                .singleValue();
        jdbc.sql("""
                insert into insight_stale_day
                select (now() - n * interval '1 day')::date from generate_series(-1, 366) n on conflict do nothing""").update();
    }

    /** Of each model one statement for all its copies. */
    private List<String> facts() {
        List<String> statements = new ArrayList<>();
        for (int number = 0; number < CaseModels.SLIM + CaseModels.WHOLE; number++) {
            List<String> rows = jdbc.sql("""
                            select f.facts from insight_fact f join benchmark_model m on m.reference = f.subject
                            where m.number = ? order by f.id""").param(number).query(String.class).list();
            StringBuilder values = new StringBuilder();
            for (int place = 0; place < rows.size(); place++) {
                values.append(place == 0 ? "" : ", ")
                        .append("(%d, %s)".formatted(place, new Pieces(rows.get(place)).asSql(jdbc)));
            }
            statements.add("""
                    insert into insight_fact (id, subject, at, facts) overriding system value
                    select m.first_fact + c.number::bigint * m.most_facts + f.place, c.reference,
                        to_timestamp((f.facts -> 0 ->> 'at')::bigint / 1000.0), f.facts
                    from benchmark_copy c join benchmark_model m on m.number = c.model
                        cross join lateral (values %s) f (place, facts)
                    where c.model = %d""".formatted(values, number));
        }
        return statements;
    }

    private Void inParts(List<String> statements, int count) throws SQLException {
        List<String> parts = new ArrayList<>();
        for (int from = 1; from <= count; from += PART) {
            for (String statement : statements) {
                parts.add(statement + " and c.number between %d and %d".formatted(from, from + PART - 1));
            }
        }
        return run(parts);
    }

    private Void run(List<String> statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            // neither foreign keys nor triggers: copies are as good as what they are copied from
            statement.execute("set session_replication_role = replica");
            statement.execute("set synchronous_commit = off");
            statement.execute("set maintenance_work_mem = '512MB'");
            for (String sql : statements) {
                statement.execute(sql);
            }
            statement.execute("reset all");
        }
        return null;
    }

    /** @return statements that make them again */
    private List<String> dropIndexes() {
        List<String> tables = new ArrayList<>(List.of("insight_fact"));
        TOLD.forEach(table -> tables.add(table.name()));
        FILES.forEach(table -> tables.add(table.name()));
        List<String[]> indexes = jdbc.sql("""
                        select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as made
                        from pg_index i where i.indrelid::regclass::text in (:tables)
                            and not exists (select from pg_constraint c where c.conindid = i.indexrelid)""")
                .param("tables", tables)
                .query((row, number) -> new String[] {row.getString("name"), row.getString("made")})
                .list();
        indexes.forEach(index -> jdbc.sql("drop index " + index[0]).update());
        return indexes.stream().map(index -> index[1]).toList();
    }

    private static String span(String column, String from, String until) {
        return "case when p.%s is not null then %s - %s end"
                .formatted(column, CopiedTable.millis("(" + until + ")"), CopiedTable.millis("(" + from + ")"));
    }

    private static void join(List<Future<?>> works) {
        try {
            for (Future<?> work : works) {
                work.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
