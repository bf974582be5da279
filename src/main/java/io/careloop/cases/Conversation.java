package io.careloop.cases;

import io.careloop.cases.CaseMessage.Direction;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.engine.WaitingWrites;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the customer and we wrote to each other. */
@Service
public class Conversation {

    private static final RowMapper<CaseMessage> MESSAGE = (row, number) -> new CaseMessage(
            row.getObject("id", UUID.class),
            CaseReference.of(row.getString("reference")),
            row.getTimestamp("at").toInstant(),
            Direction.valueOf(row.getString("direction")),
            Channel.valueOf(row.getString("channel")),
            row.getString("author"),
            row.getString("subject"),
            row.getString("text"),
            row.getString("external_id"),
            row.getString("template"),
            (Integer) row.getObject("template_version"));

    private final JdbcClient jdbc;
    private final WaitingWrites waiting;
    private final CaseFiles cases;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Conversation(
            JdbcClient jdbc,
            WaitingWrites waiting,
            CaseFiles cases,
            Timeline timeline,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.waiting = waiting;
        this.cases = cases;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Adds a message of the customer to its case and publishes {@link CustomerWrote}; while the case is over the message
     * is kept and nothing is published.
     *
     * @return the id of the message; the known one if a message with this {@code externalId} is there already
     */
    @Transactional
    public UUID customerWrote(
            CaseReference reference, Channel channel, String subject, String text, String externalId) {
        Optional<CaseMessage> known = externalId == null ? Optional.empty() : byExternalId(externalId);
        if (known.isPresent()) {
            return known.get().id();
        }
        UUID id = insert(reference, Direction.IN, channel, Actors.CUSTOMER, subject, text, externalId, null, null);
        timeline.tell(reference, Kind.MESSAGE_IN, Actors.CUSTOMER, text);
        if (!cases.get(reference).status().isOver()) {
            events.publishEvent(new CustomerWrote(reference, id));
        }
        return id;
    }

    /** Adds a message that the system sent from a template. It is no first response. */
    @Transactional
    public UUID systemWrote(
            CaseReference reference, Channel channel, String subject, String text, String template, int version) {
        return insert(reference, Direction.OUT, channel, Actors.SYSTEM, subject, text, null, template, version);
    }

    /** Adds a message of a member of the staff, freely written or from a template; the first one is the first response. */
    @Transactional
    public UUID staffWrote(
            CaseReference reference,
            Channel channel,
            String author,
            String subject,
            String text,
            String template,
            Integer version) {
        UUID id = insert(reference, Direction.OUT, channel, author, subject, text, null, template, version);
        timeline.tell(reference, Kind.MESSAGE_OUT, author, text);
        cases.firstResponseGiven(reference);
        return id;
    }

    /** All messages of a case, oldest first. */
    public List<CaseMessage> of(CaseReference reference) {
        return jdbc.sql("select * from cases_message where reference = ? order by at, id")
                .param(reference.value())
                .query(MESSAGE)
                .list();
    }

    public Optional<CaseMessage> byExternalId(String externalId) {
        return Optional.ofNullable(
                DataAccessUtils.singleResult(jdbc.sql("select * from cases_message where external_id = ?")
                        .param(externalId)
                        .query(MESSAGE)
                        .list()));
    }

    private UUID insert(
            CaseReference reference,
            Direction direction,
            Channel channel,
            String author,
            String subject,
            String text,
            String externalId,
            String template,
            Integer version) {
        UUID id = UUID.randomUUID();
        Instant at = clock.instant();
        waiting.add(
                Set.of("cases_message"),
                """
                insert into cases_message
                    (id, reference, at, direction, channel, author, subject, text, external_id, template, template_version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                id,
                reference.value(),
                Timestamp.from(at),
                direction.name(),
                channel.name(),
                author,
                subject,
                text,
                externalId,
                template,
                version);
        if (direction == Direction.IN) {
            // files refer to it, and the second of two with one external id is refused here and now
            waiting.send();
        }
        return id;
    }
}
