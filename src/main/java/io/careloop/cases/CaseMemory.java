package io.careloop.cases;

import io.careloop.engine.TransactionMemory;
import io.careloop.engine.WaitingWrites;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.jdbc.core.convert.EntityRowMapper;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.relational.core.mapping.RelationalMappingContext;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Cases on file, each read once in a transaction: many who work on a step of a case ask for it. Everybody gets a copy of
 * their own. A change that somebody else commits meanwhile shows when the copy is saved, by its version.
 */
@Component
class CaseMemory {

    private static final Set<String> TABLE = Set.of("cases_case");
    private static final String ENTER_STAGE =
            "update cases_case set stage = ?, version = version + 1 where reference = ?";

    private static final String WITH_CUSTOMER = """
            select c.*, p.id as customer_id, p.name as customer_name, p.email as customer_email,
                p.phone as customer_phone, p.locale as customer_locale, p.created_at as customer_created_at
            from cases_case c join cases_contact p on p.id = c.contact_id where c.reference = ?""";

    private final CaseFileRepository files;
    private final JdbcAggregateTemplate aggregates;
    private final Contacts contacts;
    private final JdbcClient jdbc;
    private final WaitingWrites waiting;
    private final RowMapper<CaseFile> rows;
    private final TransactionMemory<Known> known = new TransactionMemory<>(Known::new);

    CaseMemory(
            CaseFileRepository files,
            JdbcAggregateTemplate aggregates,
            Contacts contacts,
            JdbcClient jdbc,
            WaitingWrites waiting,
            RelationalMappingContext mapping,
            JdbcConverter converter) {
        this.files = files;
        this.aggregates = aggregates;
        this.contacts = contacts;
        this.jdbc = jdbc;
        this.rows = new EntityRowMapper<>(rowsOf(mapping), converter);
        this.waiting = waiting;
    }

    @SuppressWarnings("unchecked")
    private static RelationalPersistentEntity<CaseFile> rowsOf(RelationalMappingContext mapping) {
        return (RelationalPersistentEntity<CaseFile>) mapping.getRequiredPersistentEntity(CaseFile.class);
    }

    Optional<CaseFile> find(CaseReference reference) {
        Map<String, CaseFile> read = known.get().files;
        CaseFile file = read.computeIfAbsent(reference.value(), this::read);
        return Optional.ofNullable(file).map(CaseFile::copy);
    }

    /** With its customer: whoever asks for a case to write to them asks for them next. */
    private CaseFile read(String reference) {
        return jdbc.sql(WITH_CUSTOMER)
                .param(reference)
                .query((row, number) -> {
                    contacts.keep(Contacts.read(row));
                    return rows.mapRow(row, number);
                })
                .optional()
                .orElse(null);
    }

    /** Reads it anew; nobody else can change it or hold it until the transaction ends. */
    void hold(CaseReference reference) {
        Known here = known.get();
        if (!here.held.contains(reference.value()) || !here.files.containsKey(reference.value())) {
            files.hold(reference.value()).ifPresent(file -> here.keep(file));
        }
    }

    CaseFile insert(CaseFile file) {
        return known.get().keep(aggregates.insert(file)).copy();
    }

    void save(CaseFile file) {
        known.get().keep(files.save(file).copy());
    }

    /** Held first, so that it overtakes whoever changes something else of the case, and may wait itself. */
    void enterStage(CaseReference reference, Stage stage) {
        hold(reference);
        CaseFile file = known.get().files.get(reference.value());
        if (file != null) {
            file.enter(stage);
            waiting.add(TABLE, ENTER_STAGE, stage.name(), reference.value());
        }
    }

    /** Somebody has held or changed it by another road. */
    void forget(CaseReference reference) {
        known.get().files.remove(reference.value());
    }

    private static final class Known {

        private final Map<String, CaseFile> files = new HashMap<>();
        private final Set<String> held = new HashSet<>();

        CaseFile keep(CaseFile file) {
            files.put(file.reference().value(), file);
            held.add(file.reference().value());
            return file;
        }
    }
}
