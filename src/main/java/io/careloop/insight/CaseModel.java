package io.careloop.insight;

import io.careloop.insight.CaseFact.CaseSeen;
import io.careloop.insight.CaseLine.Counts;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** {@code insight_case}, one row a case, which also says until which fact the case is told. */
@Component
class CaseModel implements ReadModel {

    private static final Columns TABLE = new Columns(
            "insight_case",
            List.of("reference"),
            List.of(
                    "told_until",
                    "channel",
                    "urgency",
                    "language",
                    "contact",
                    "status",
                    "stage",
                    "owner",
                    "category",
                    "priority",
                    "team",
                    "cause",
                    "linked_to",
                    "restricted_to",
                    "registered_at",
                    "first_response_at",
                    "resolved_at",
                    "closed_at",
                    "stands_at",
                    "first_response_due",
                    "first_response_seconds",
                    "first_response_late",
                    "resolution_due",
                    "resolution_seconds",
                    "resolution_late",
                    "breached",
                    "next_due",
                    "reopened",
                    "transfers",
                    "escalations",
                    "recoveries",
                    "departments",
                    "hand_backs",
                    "contacts",
                    "messages_out",
                    "promises_made",
                    "promises_kept",
                    "promises_broken",
                    "failed_deliveries",
                    "incidents",
                    "word",
                    "score",
                    "acknowledged",
                    "answered",
                    "followed_up"));

    private final JdbcTemplate jdbc;
    private final InsightProperties properties;

    CaseModel(JdbcTemplate jdbc, InsightProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    @Override
    public void clear() {
        jdbc.update("truncate insight_case");
    }

    @Override
    public void tell(List<Retold> stories) {
        List<CaseStory> cases = stories.stream()
                .map(Retold::story)
                .filter(story -> story.line().isPresent())
                .toList();
        TABLE.write(jdbc, cases.stream().map(CaseModel::row).toList());
        findThoseWhoCameBack(cases);
    }

    private static Object[] row(CaseStory story) {
        CaseLine line = story.line().orElseThrow();
        CaseSeen file = line.file();
        Counts counts = line.counts();
        return new Object[] {
            line.reference(),
            story.row(),
            file.channel(),
            file.urgency(),
            file.language(),
            file.contact(),
            file.status(),
            line.stage(),
            file.owner(),
            file.category(),
            file.priority(),
            file.team(),
            file.cause(),
            file.linkedTo(),
            file.restrictedTo(),
            Columns.time(file.registeredAt()),
            Columns.time(file.firstResponseAt()),
            Columns.time(file.resolvedAt()),
            Columns.time(file.closedAt()),
            line.standsAt(),
            Columns.time(line.firstResponse().due()),
            line.firstResponse().seconds(),
            line.firstResponse().late(),
            Columns.time(line.resolution().due()),
            line.resolution().seconds(),
            line.resolution().late(),
            line.breached(),
            Columns.time(line.nextDue()),
            file.reopened(),
            counts.transfers(),
            counts.escalations(),
            counts.recoveries(),
            counts.departments(),
            counts.handBacks(),
            counts.contacts(),
            counts.messagesOut(),
            counts.promisesMade(),
            counts.promisesKept(),
            counts.promisesBroken(),
            counts.failedDeliveries(),
            counts.incidents(),
            line.word(),
            line.score(),
            line.acknowledged(),
            line.answered(),
            line.followedUp()
        };
    }

    /** A request ends with its answer if the same customer does not come with the same kind soon after. */
    private void findThoseWhoCameBack(List<CaseStory> cases) {
        String[] contacts = cases.stream()
                .map(story -> story.line().orElseThrow().file().contact())
                .distinct()
                .toArray(String[]::new);
        jdbc.update("""
                update insight_case earlier set came_back = not came_back
                where contact = any (?) and came_back <> (closed_at is not null and exists (
                    select from insight_case later
                    where later.contact = earlier.contact and later.reference <> earlier.reference
                        and later.category = earlier.category
                        and later.registered_at between earlier.closed_at
                            and earlier.closed_at + ? * interval '1 second'))""", contacts, properties.cameBackWithin().toSeconds());
    }
}
