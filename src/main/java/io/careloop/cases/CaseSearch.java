package io.careloop.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Finds cases for somebody who has only a number, an address or a few words of it. Lists begin with what is due next; after
 * that come the cases whose clocks stand.
 */
@Service
public class CaseSearch {

    private static final RowMapper<CaseSummary> SUMMARY = (row, number) -> new CaseSummary(
            CaseReference.of(row.getString("reference")),
            CaseStatus.valueOf(row.getString("status")),
            Stage.valueOf(row.getString("stage")),
            row.getString("about"),
            row.getString("customer"),
            row.getString("owner"),
            row.getString("priority"),
            row.getTimestamp("registered_at").toInstant());

    /** Whoever finds more needs better words. */
    private static final int LONGEST_LIST = 2000;

    private static final String FROM = "from cases_case c join cases_contact p on p.id = c.contact_id ";

    private static final String SELECT = """
            select c.reference, c.status, c.stage, left(coalesce(c.subject, c.description), 160) as about,
                coalesce(p.name, case when ? then coalesce(p.email, p.phone) else '' end) as customer, c.owner, c.priority, c.registered_at
            """ + FROM + "where c.reference = any (?)";

    private final JdbcClient jdbc;
    private final CaseRights rights;
    private final ObjectProvider<CaseDueDates> dueDates;

    CaseSearch(JdbcClient jdbc, CaseRights rights, ObjectProvider<CaseDueDates> dueDates) {
        this.jdbc = jdbc;
        this.rights = rights;
        this.dueDates = dueDates;
    }

    /** The open cases that the reader owns. */
    public Page ownedBy(Reader reader, int page) {
        List<Object> values = new ArrayList<>(List.of(reader.id()));
        String where = "where c.owner = ? and c.closed_at is null" + unrestrictedFor(reader, values);
        return listed(where + " order by c.registered_at, c.reference", values, reader, page);
    }

    /**
     * Cases that the reader may see and that fit what is searched: those with the number or its end,
     * the e-mail address or its beginning, the phone number or its end; if there is none, those in which all of the words
     * were said, wherever in the case.
     */
    public Page find(SearchTerms terms, Reader reader, int page) {
        List<Object> values = new ArrayList<>();
        String named = named(terms, values);
        if (!named.isEmpty()) {
            Page found = page(named, values, reader, page);
            if (!found.cases().isEmpty()) {
                return found;
            }
        }
        List<Object> words = new ArrayList<>();
        return page(said(terms, words), words, reader, page);
    }

    private static String named(SearchTerms terms, List<Object> values) {
        List<String> ways = new ArrayList<>();
        terms.referencePattern().ifPresent(pattern -> {
            ways.add("c.reference like ?");
            values.add(pattern);
        });
        terms.emailPattern().ifPresent(pattern -> {
            ways.add("p.email like ?");
            values.add(pattern);
        });
        terms.phoneEnding().ifPresent(digits -> {
            ways.add("reverse(p.phone) like reverse(?) || '%'");
            values.add(digits);
        });
        return String.join(" or ", ways);
    }

    private static String said(SearchTerms terms, List<Object> values) {
        return terms.wordPatterns().stream()
                .map(pattern -> saidSomewhere(pattern, values))
                .collect(Collectors.joining(" and "));
    }

    private static String saidSomewhere(String pattern, List<Object> values) {
        values.addAll(List.of(pattern, pattern));
        return """
                (concat_ws(' ', c.subject, c.description, c.product, p.name) ilike ?
                    or exists (select from cases_message m where m.reference = c.reference
                        and concat_ws(' ', m.subject, m.text) ilike ?))""";
    }

    private String unrestrictedFor(Reader reader, List<Object> values) {
        if (rights.seesRestricted(reader)) {
            return "";
        }
        values.add(reader.groups().toArray(String[]::new));
        values.add(rights.awaiting(reader).stream().map(CaseReference::value).toArray(String[]::new));
        return " and (c.restricted_to is null or c.restricted_to = any (?) or c.reference = any (?))";
    }

    private String visibleTo(Reader reader, List<Object> values) {
        String unrestricted = unrestrictedFor(reader, values);
        if (rights.seesAll(reader)) {
            return unrestricted;
        }
        values.add(reader.id());
        values.add(reader.groups().toArray(String[]::new));
        values.add(rights.involving(reader).stream().map(CaseReference::value).toArray(String[]::new));
        values.add(reader.groups().toArray(String[]::new));
        return unrestricted
                + " and (c.owner = ? or c.team = any (?) or c.reference = any (?) or c.restricted_to = any (?))";
    }

    private Page page(String condition, List<Object> values, Reader reader, int page) {
        String where = "where (" + condition + ")" + visibleTo(reader, values);
        return listed(where + " order by c.registered_at desc, c.reference desc", values, reader, page);
    }

    private Page listed(String condition, List<Object> values, Reader reader, int page) {
        List<CaseReference> found = jdbc.sql("select c.reference " + FROM + condition + " limit " + LONGEST_LIST)
                .params(values)
                .query((row, number) -> CaseReference.of(row.getString("reference")))
                .list();
        List<CaseReference> shown = leastTimeLeftFirst(found).stream()
                .skip((long) Page.SIZE * page)
                .limit(Page.SIZE)
                .toList();
        return new Page(summaries(shown, reader), page, found.size() > Page.SIZE * (page + 1));
    }

    private List<CaseReference> leastTimeLeftFirst(List<CaseReference> found) {
        CaseDueDates known = dueDates.getIfAvailable();
        Map<CaseReference, Instant> due = known == null || found.isEmpty() ? Map.of() : known.nextDueOf(found);
        return found.stream()
                .sorted(Comparator.comparing(due::get, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    private List<CaseSummary> summaries(List<CaseReference> references, Reader reader) {
        return jdbc
                .sql(SELECT)
                .param(rights.maySeeContact(reader))
                .param(references.stream().map(CaseReference::value).toArray(String[]::new))
                .query(SUMMARY)
                .list()
                .stream()
                .sorted(Comparator.comparing(item -> references.indexOf(item.reference())))
                .toList();
    }

    /**
     * A part of a list.
     *
     * @param number  from 0
     * @param hasNext whether the list goes on
     */
    public record Page(List<CaseSummary> cases, int number, boolean hasNext) {

        public static final int SIZE = 20;
    }
}
