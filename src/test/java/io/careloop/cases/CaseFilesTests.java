package io.careloop.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.support.CareloopTest;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CareloopTest
class CaseFilesTests {

    @Autowired
    CaseFiles cases;

    @Autowired
    Contacts contacts;

    @Autowired
    Timeline timeline;

    @Autowired
    TrackingTokens tokens;

    @Test
    void aNewCaseGetsANumberAndAnOwnerAndIsToldInItsTimeline() {
        CaseFile file = cases.register(request("ann@example.org", "Ann"));

        assertThat(file.reference().value()).matches("C-\\d{4}-\\d{6}");
        assertThat(file.owner()).isEqualTo("agent");
        assertThat(file.locale()).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        assertThat(timeline.of(file.reference()))
                .first()
                .extracting(TimelineEntry::kind)
                .isEqualTo(Kind.REGISTERED);
    }

    @Test
    void aKnownContactIsRecognisedAndKeepsTheNameThatWeKnew() {
        CaseFile first = cases.register(request("bea@example.org", "Bea"));
        CaseFile second = cases.register(request("bea@example.org", "Somebody else"));

        assertThat(second.contactId()).isEqualTo(first.contactId());
        assertThat(contacts.get(second.contactId()).name()).isEqualTo("Bea");
        assertThat(cases.recentOf(first.contactId())).hasSize(2);
    }

    @Test
    void aTrackingTokenOpensItsCaseOnly() {
        CaseReference reference =
                cases.register(request("cy@example.org", null)).reference();

        String token = tokens.issue(reference);

        assertThat(token).hasSize(22);
        assertThat(tokens.caseOf(token)).contains(reference);
        assertThat(tokens.caseOf(token.toLowerCase(Locale.ROOT) + "x")).isEmpty();
    }

    private static NewCase request(String email, String name) {
        return new NewCase(
                Channel.API,
                new ContactDetails(name, email, null, Locale.SIMPLIFIED_CHINESE),
                null,
                "My order has not arrived",
                Urgency.NORMAL,
                null,
                null,
                null,
                "agent",
                null);
    }
}
