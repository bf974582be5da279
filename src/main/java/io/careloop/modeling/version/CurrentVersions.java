package io.careloop.modeling.version;

import io.careloop.engine.SystemCalls;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * In which version of their diagram new cases begin. It is asked at each start and so answers from memory, which is read
 * anew at once after a change here, and after three seconds for what other nodes change.
 */
@Service
public class CurrentVersions {

    /** How long another node may begin cases by what was decided before. */
    private static final Duration MEMORY = Duration.ofSeconds(3);

    private final JdbcClient jdbc;
    private final TrialRows trials;
    private final RepositoryService repository;
    private final SystemCalls system;
    private final Clock clock;
    private volatile Read read = new Read(Map.of(), System.nanoTime() - MEMORY.toNanos());

    CurrentVersions(JdbcClient jdbc, TrialRows trials, RepositoryService repository, SystemCalls system, Clock clock) {
        this.jdbc = jdbc;
        this.trials = trials;
        this.repository = repository;
        this.system = system;
        this.clock = clock;
    }

    /** @param version null for the newest, whichever it is */
    public record Decision(Integer version, String by, Instant at, String reason) {}

    /** By key of the diagram; those whose cases simply begin in the newest version are not in it. */
    public Map<String, NewCases> all() {
        Read known = read;
        if (System.nanoTime() - known.at() >= MEMORY.toNanos()) {
            known = new Read(read(), System.nanoTime());
            read = known;
        }
        return known.byKey();
    }

    public Optional<NewCases> of(String key) {
        return Optional.ofNullable(all().get(key));
    }

    /** Whether something newer is there than the version in which new cases begin. */
    public boolean isAnotherThanNewest(String key) {
        // what was deployed a moment ago counts here
        return Optional.ofNullable(read().get(key))
                .filter(newCases -> newCases.current() != newCases.newest())
                .isPresent();
    }

    /**
     * Lets new cases begin in a version, whatever is deployed from now on.
     *
     * @param version null for the newest, whichever it is
     * @param reason  kept with the user and the time; not blank
     */
    @Transactional
    public void decide(String key, Integer version, String user, String reason) {
        jdbc.sql("""
                        insert into modeling_current_version (process_key, version, decided_by, decided_at, reason)
                        values (?, ?, ?, ?, ?)""")
                .params(key, version, user, Timestamp.from(clock.instant()), reason.strip())
                .update();
        readAgainAfterwards();
    }

    /** The latest first. */
    public List<Decision> decisions(String key) {
        return jdbc.sql("""
                        select version, decided_by, decided_at, reason from modeling_current_version
                        where process_key = ? order by id desc""")
                .param(key)
                .query((row, number) -> new Decision(
                        row.getObject("version", Integer.class),
                        row.getString("decided_by"),
                        row.getTimestamp("decided_at").toInstant(),
                        row.getString("reason")))
                .list();
    }

    /** Once the transaction is over: until then others read what was before. */
    void readAgainAfterwards() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                read = new Read(Map.of(), System.nanoTime() - MEMORY.toNanos());
            }
        });
    }

    private Map<String, NewCases> read() {
        Map<String, Integer> kept = kept();
        Map<String, Trial> running = trials.running().stream().collect(Collectors.toMap(Trial::key, trial -> trial));
        Set<String> keys = new TreeSet<>(kept.keySet());
        keys.addAll(running.keySet());
        Map<String, NewCases> found = new HashMap<>();
        for (String key : keys) {
            List<ProcessDefinition> versions = versions(key);
            if (!versions.isEmpty()) {
                found.put(key, newCases(versions, kept.get(key), running.get(key)));
            }
        }
        return found;
    }

    private Map<String, Integer> kept() {
        Map<String, Integer> kept = new HashMap<>();
        jdbc.sql("""
                        select distinct on (process_key) process_key, version from modeling_current_version
                        order by process_key, id desc""").query(row -> {
            kept.put(row.getString("process_key"), row.getObject("version", Integer.class));
        });
        kept.values().removeIf(Objects::isNull);
        return kept;
    }

    /** The newest first. */
    private List<ProcessDefinition> versions(String key) {
        return system.ask(() -> repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .orderByProcessDefinitionVersion()
                .desc()
                .list());
    }

    private static NewCases newCases(List<ProcessDefinition> versions, Integer kept, Trial trial) {
        return new NewCases(
                versions.get(0).getVersion(),
                kept,
                trial,
                versions.stream().collect(Collectors.toMap(ProcessDefinition::getVersion, ProcessDefinition::getId)),
                versions.stream()
                        .filter(ProcessDefinition::isSuspended)
                        .map(ProcessDefinition::getVersion)
                        .collect(Collectors.toSet()));
    }

    private record Read(Map<String, NewCases> byKey, long at) {}
}
