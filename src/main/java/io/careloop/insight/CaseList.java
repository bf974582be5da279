package io.careloop.insight;

import io.careloop.cases.CasesProperties;
import io.careloop.cases.Reader;
import io.careloop.identity.Groups;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds cases for managers and auditors. Auditors find no restricted case, and nothing by who the customer is or what they
 * wrote.
 */
@Service
public class CaseList {

    private static final int FETCH = 500;
    private static final int MOST_CUSTOMERS = 1000;
    private static final int SHORTEST_PHONE_ENDING = 4;
    private static final String CUSTOMER = """
            (select coalesce(p.name, p.email, p.phone) from cases_contact p where p.id = c.contact::uuid) as customer""";

    private static final String CHAIN_HEAD =
            "(select d.head from deadline_chain d where d.reference = c.reference) as chain_head";

    /** Goes from one value to the next instead of over all rows. */
    private static final String DISTINCT = """
            with recursive known as (
                (select %1$s as value from insight_case where %1$s is not null order by %1$s limit 1)
                union all
                select (select %1$s from insight_case where %1$s > known.value order by %1$s limit 1)
                from known where known.value is not null)
            select value from known where value is not null limit 500""";

    private final JdbcClient jdbc;
    private final JdbcClient stream;
    private final TransactionTemplate reading;
    private final CasesProperties properties;

    CaseList(DataSource dataSource, PlatformTransactionManager transactions, CasesProperties properties) {
        this.jdbc = JdbcClient.create(new PlannedAnew(dataSource));
        this.properties = properties;
        JdbcTemplate inParts = new JdbcTemplate(dataSource);
        inParts.setFetchSize(FETCH);
        this.stream = JdbcClient.create(inParts);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** Whether restricted cases, and who the customers are, are open to the reader. */
    public static boolean seesAll(Reader reader) {
        return reader.groups().contains(Groups.MANAGERS);
    }

    public Found find(CaseQuery asked, Reader reader) {
        CaseQuery query = forReader(asked, reader);
        CaseConditions conditions = conditions(query, reader);
        int count = count(conditions);
        List<CaseRow> rows = jdbc.sql(page(query, conditions, count > Found.MOST_COUNTED))
                .params(conditions.values())
                .query(row(query))
                .list();
        return new Found(
                rows.stream().limit(Found.PAGE).toList(),
                query.page(),
                rows.size() > Found.PAGE && query.page() < CaseQuery.LAST_PAGE,
                count);
    }

    /**
     * Many are met soon by whoever goes through all cases in their order; few are looked up and then ordered, since they
     * may be the last to be met.
     */
    private static String page(CaseQuery query, CaseConditions conditions, boolean areMany) {
        String all = areMany
                ? "insight_case c" + conditions.where()
                : "(select * from insight_case c" + conditions.where() + " offset 0) c";
        return select(query, "", all) + conditions.orderBy() + " limit " + (Found.PAGE + 1) + " offset "
                + Found.PAGE * query.page();
    }

    /**
     * All cases of the list one by one, however many.
     *
     * @param take takes with each the last hash over the facts of its deadlines, null for none: who has it sees a later edit
     */
    public void each(CaseQuery asked, Reader reader, BiConsumer<CaseRow, String> take) {
        CaseQuery query = forReader(asked, reader);
        CaseConditions conditions = conditions(query, reader);
        RowMapper<CaseRow> mapper = row(query);
        String sql = select(query, ", " + CHAIN_HEAD, "insight_case c" + conditions.where()) + conditions.orderBy();
        reading.executeWithoutResult(status -> stream.sql(sql)
                .params(conditions.values())
                .query((RowCallbackHandler) row -> take.accept(mapper.mapRow(row, 0), row.getString("chain_head"))));
    }

    /** Values that cases have in one of the columns that conditions choose from. */
    public List<String> valuesOf(CaseColumn column) {
        return jdbc.sql(DISTINCT.formatted(column.column())).query(String.class).list();
    }

    private static CaseQuery forReader(CaseQuery query, Reader reader) {
        return seesAll(reader) ? query : query.withoutPersonalData();
    }

    private CaseConditions conditions(CaseQuery query, Reader reader) {
        String customer = query.value("customer");
        return new CaseConditions(
                query, customer.isEmpty() ? null : customers(customer), seesAll(reader), properties.zone());
    }

    private int count(CaseConditions conditions) {
        return jdbc.sql("select count(*) from (select from insight_case c" + conditions.where() + " limit "
                        + (Found.MOST_COUNTED + 1) + ") counted")
                .params(conditions.values())
                .query(Integer.class)
                .single();
    }

    private static String select(CaseQuery query, String further, String from) {
        String customer = query.columns().contains(CaseColumn.CUSTOMER) ? ", " + CUSTOMER : "";
        return "select c.*" + customer + further + " from " + from;
    }

    private static RowMapper<CaseRow> row(CaseQuery query) {
        return (row, number) -> {
            Map<CaseColumn, Object> values = new LinkedHashMap<>();
            for (CaseColumn column : query.columns()) {
                Object value = row.getObject(column.column());
                values.put(column, value instanceof Timestamp time ? time.toInstant() : value);
            }
            return new CaseRow(row.getString("reference"), values);
        };
    }

    /** Ids of customers by the beginning of an address, the end of a number, or the beginnings of words of a name. */
    private String[] customers(String typed) {
        String digits = typed.replaceAll("\\D", "").replaceFirst("^0+", "");
        boolean isPhone = typed.matches("[+0-9 ()./-]+") && digits.length() >= SHORTEST_PHONE_ENDING;
        if (typed.contains("@")) {
            return ids("email like ?", literally(typed.toLowerCase(Locale.ROOT)) + "%");
        }
        if (isPhone) {
            return ids("reverse(phone) like ?", new StringBuilder(digits).reverse() + "%");
        }
        String words = Arrays.stream(typed.split("[^\\p{L}\\p{N}\\p{M}]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> "'" + word.toLowerCase(Locale.ROOT) + "':*")
                .collect(Collectors.joining(" & "));
        return words.isEmpty() ? new String[0] : ids("to_tsvector('simple', coalesce(name, '')) @@ ?::tsquery", words);
    }

    private String[] ids(String condition, String value) {
        return jdbc.sql("select id::text from cases_contact where " + condition + " limit " + MOST_CUSTOMERS)
                .param(value)
                .query(String.class)
                .list()
                .toArray(String[]::new);
    }

    private static String literally(String text) {
        return text.replaceAll("[\\\\%_]", "\\\\$0");
    }

    /**
     * A part of a list.
     *
     * @param page  from 0
     * @param count of all, one more than {@link #MOST_COUNTED} if there are more
     */
    public record Found(List<CaseRow> rows, int page, boolean hasNext, int count) {

        public static final int PAGE = 50;
        public static final int MOST_COUNTED = 1_000;

        public boolean isMore() {
            return count > MOST_COUNTED;
        }

        public int most() {
            return MOST_COUNTED;
        }
    }

    /** @param values texts, whole numbers, truth values and instants; null for what a case does not have */
    public record CaseRow(String reference, Map<CaseColumn, Object> values) {

        public Object value(CaseColumn column) {
            return values.get(column);
        }
    }
}
