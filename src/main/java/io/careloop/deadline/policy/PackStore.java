package io.careloop.deadline.policy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.careloop.cases.CaseReference;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The packs on file, which of them ruled when, and under which version a case started. */
@Repository
class PackStore {

    private static final long LOCK = 0x706f6c696379L;
    private static final int CASES_KEPT = 10_000;

    private final JdbcClient jdbc;

    /** A version never changes once it is on file. */
    private final Map<Version, PolicyPack> packs = new ConcurrentHashMap<>();

    /** Nor does the version of a case, whose reference is never given out again even if its registration fails. */
    private final Cache<CaseReference, Version> cases =
            Caffeine.newBuilder().maximumSize(CASES_KEPT).build();

    PackStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends nobody else adds a version or switches. */
    void hold() {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query(rows -> {});
    }

    boolean knows(String id, String fingerprint) {
        return jdbc.sql("select count(*) from deadline_policy where id = ? and fingerprint = ?")
                        .params(id, fingerprint)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Zero if none is on file. */
    int newestVersion(String id) {
        return jdbc.sql("select coalesce(max(version), 0) from deadline_policy where id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    void add(PolicyPack pack, String content, String fingerprint, Instant now) {
        jdbc.sql("""
                        insert into deadline_policy (id, version, content, fingerprint, valid_from, recorded_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(pack.id(), pack.version(), content, fingerprint, day(pack.validFrom()), Timestamp.from(now))
                .update();
    }

    /** The newest version of each pack, in the order of their ids, the default one first. */
    List<PolicyPack> newest() {
        return jdbc.sql("""
                        select id, max(version) as version from deadline_policy
                        group by id order by id <> 'default', id""").query(PackStore::readVersion).list().stream()
                .map(this::pack)
                .toList();
    }

    /** The newest version under which a case may start on the day. */
    Optional<PolicyPack> newestOn(String id, LocalDate day) {
        return jdbc.sql("""
                        select id, version from deadline_policy
                        where id = ? and (valid_from is null or valid_from <= ?) order by version desc limit 1""")
                .params(id, day(day))
                .query(PackStore::readVersion)
                .optional()
                .map(this::pack);
    }

    /** The same of the pack that rules; empty if none of its versions is valid on the day. */
    Optional<PolicyPack> rulingOn(LocalDate day) {
        return jdbc.sql("""
                        select id, version from deadline_policy
                        where id = (select policy from deadline_policy_ruling order by number desc limit 1)
                          and (valid_from is null or valid_from <= ?) order by version desc limit 1""")
                .param(day(day))
                .query(PackStore::readVersion)
                .optional()
                .map(this::pack);
    }

    Optional<PolicyPack> newestOf(String id) {
        return Optional.of(newestVersion(id))
                .filter(version -> version > 0)
                .map(version -> pack(new Version(id, version)));
    }

    String contentOf(PolicyPack pack) {
        return content(new Version(pack.id(), pack.version()));
    }

    /** Latest first. */
    List<Ruling> rulings() {
        return jdbc.sql("select policy, since, actor, reason from deadline_policy_ruling order by number desc")
                .query(PackStore::readRuling)
                .list();
    }

    /** The latest; empty if none ever ruled. */
    Optional<Ruling> ruling() {
        return jdbc.sql("select policy, since, actor, reason from deadline_policy_ruling order by number desc limit 1")
                .query(PackStore::readRuling)
                .optional();
    }

    void add(Ruling ruling) {
        jdbc.sql("insert into deadline_policy_ruling (policy, since, actor, reason) values (?, ?, ?, ?)")
                .params(ruling.policy(), Timestamp.from(ruling.since()), ruling.actor(), ruling.reason())
                .update();
    }

    /** The case keeps what it has; a case that has none keeps this. Says whether it had none. */
    boolean keep(CaseReference reference, PolicyPack pack, Instant now) {
        boolean kept = jdbc.sql("""
                        insert into deadline_case_policy (reference, policy, version, since)
                        values (?, ?, ?, ?) on conflict (reference) do nothing""")
                        .params(reference.value(), pack.id(), pack.version(), Timestamp.from(now))
                        .update()
                > 0;
        if (kept) {
            cases.put(reference, new Version(pack.id(), pack.version()));
        }
        return kept;
    }

    /** Empty for a case that started before there were packs. */
    Optional<PolicyPack> of(CaseReference reference) {
        return Optional.ofNullable(cases.get(reference, this::versionOf)).map(this::pack);
    }

    private Version versionOf(CaseReference reference) {
        return jdbc.sql("select policy as id, version from deadline_case_policy where reference = ?")
                .param(reference.value())
                .query(PackStore::readVersion)
                .optional()
                .orElse(null);
    }

    private PolicyPack pack(Version version) {
        return packs.computeIfAbsent(
                version, wanted -> PackReader.read(content(wanted)).withVersion(wanted.number()));
    }

    private String content(Version version) {
        return jdbc.sql("select content from deadline_policy where id = ? and version = ?")
                .params(version.id(), version.number())
                .query(String.class)
                .single();
    }

    private static Version readVersion(ResultSet row, int number) throws SQLException {
        return new Version(row.getString("id"), row.getInt("version"));
    }

    private static Ruling readRuling(ResultSet row, int number) throws SQLException {
        return new Ruling(
                row.getString("policy"),
                row.getTimestamp("since").toInstant(),
                row.getString("actor"),
                row.getString("reason"));
    }

    private static Date day(LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }

    private record Version(String id, int number) {}
}
