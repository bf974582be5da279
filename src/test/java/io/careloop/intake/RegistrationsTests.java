package io.careloop.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.cases.Attachment;
import io.careloop.cases.Attachments;
import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.cases.Channel;
import io.careloop.cases.Contacts;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.cases.TrackingTokens;
import io.careloop.cases.Urgency;
import io.careloop.intake.Registrations.File;
import io.careloop.intake.Registrations.Registration;
import io.careloop.intake.Registrations.Registration.Refused;
import io.careloop.intake.Registrations.Registration.Registered;
import io.careloop.intake.Registrations.Request;
import io.careloop.support.CareloopTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@CareloopTest
class RegistrationsTests {

    @Autowired
    Registrations registrations;

    @Autowired
    CaseFiles cases;

    @Autowired
    Contacts contacts;

    @Autowired
    Attachments attachments;

    @Autowired
    Timeline timeline;

    @Autowired
    TrackingTokens tokens;

    @Test
    void threeFieldsAreEnough() {
        Registered registered = registered(request("Dora@Example.org", "It is broken", null));

        CaseFile file = cases.get(registered.reference());
        assertThat(file.urgency()).isEqualTo(Urgency.NORMAL);
        assertThat(file.owner()).isEqualTo("agent");
        assertThat(contacts.get(file.contactId()).email()).isEqualTo("dora@example.org");
        assertThat(tokens.caseOf(registered.trackingToken())).contains(registered.reference());
    }

    @Test
    void aCallerIsKnownByTheirNumberHoweverItIsWritten() {
        CaseFile first = file(registered(request("135 0013 8001", "First", null)));
        CaseFile second = file(registered(request("+86 13500138001", "Second", null)));

        assertThat(second.contactId()).isEqualTo(first.contactId());
        assertThat(timeline.of(second.reference()))
                .extracting(TimelineEntry::kind)
                .contains(Kind.CONTACT_RECOGNISED);
    }

    @Test
    void aKnownCustomerIsAnsweredInTheirLanguageWhenNoneIsGiven() {
        registered(request("lin@example.org", "你好", Locale.TRADITIONAL_CHINESE));

        CaseFile second = file(registered(request("lin@example.org", "again", null)));

        assertThat(second.locale()).isEqualTo(Locale.TRADITIONAL_CHINESE);
    }

    @Test
    void theSameKeyWithTheSameRequestGivesTheSameCaseWithAFreshToken() {
        Request request = request("eve@example.org", "Once", null);
        String key = UUID.randomUUID().toString();

        Registered first = (Registered) registrations.register(request, key);
        Registered second = (Registered) registrations.register(request, key);

        assertThat(first.replayed()).isFalse();
        assertThat(second.replayed()).isTrue();
        assertThat(second.reference()).isEqualTo(first.reference());
        assertThat(second.trackingToken()).isNotEqualTo(first.trackingToken());
        assertThat(tokens.caseOf(second.trackingToken())).contains(first.reference());
        assertThat(casesOf("eve@example.org")).hasSize(1);
    }

    @Test
    void theSameKeyWithAnotherRequestIsRefused() {
        String key = UUID.randomUUID().toString();
        registrations.register(request("fay@example.org", "One thing", null), key);

        Registration second = registrations.register(request("fay@example.org", "Another thing", null), key);

        assertThat(second).isEqualTo(new Refused(null, "key-reused"));
        assertThat(casesOf("fay@example.org")).hasSize(1);
    }

    @Test
    void equalRequestsAtTheSameMomentOpenOneCase() {
        Request request = request("gil@example.org", "Twice clicked", null);
        String key = UUID.randomUUID().toString();

        List<CaseReference> references = atOnce(8, () -> (Registered) registrations.register(request, key));

        assertThat(references).hasSize(8).containsOnly(references.get(0));
        assertThat(casesOf("gil@example.org")).hasSize(1);
    }

    @Test
    void twoRequestsOfANewCustomerAtTheSameMomentMakeOneContact() {
        List<CaseReference> references =
                atOnce(8, () -> registered(request("hal@example.org", "Eight different troubles", null)));

        assertThat(references)
                .doesNotHaveDuplicates()
                .extracting(reference -> cases.get(reference).contactId())
                .containsOnly(cases.get(references.get(0)).contactId());
    }

    @Test
    void textsAreKeptAsTextAndLoseOnlyWhatNobodyCanRead() {
        String hostile = "<script>alert(1)</script>\r\n\u0007bell and half a \uD83D pair";

        CaseFile file = file(registered(request("ida@example.org", hostile, null)));

        assertThat(file.description()).isEqualTo("<script>alert(1)</script>\nbell and half a \uFFFD pair");
    }

    @Test
    void aSubjectStaysOnOneLine() {
        Request request = new Request(
                Channel.API,
                "joy@example.org",
                null,
                "Hello\r\nBcc: all@example.org",
                "text",
                null,
                null,
                null,
                null,
                null,
                null,
                null);

        assertThat(file(registered(request)).subject()).isEqualTo("Hello Bcc: all@example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \u0000 ", "\n\n"})
    void aRequestWithoutWordsIsRefused(String description) {
        assertThat(registrations.register(request("kim@example.org", description, null), null))
                .isEqualTo(new Refused("description", "description-missing"));
    }

    @Test
    void faultsAreToldByFieldAndLeaveNothingBehind() {
        assertThat(registrations.register(request("nobody", "text", null), null))
                .isEqualTo(new Refused("contact", "contact-invalid"));
        assertThat(registrations.register(request(null, "text", null), null))
                .isEqualTo(new Refused("contact", "contact-missing"));
        assertThat(registrations.register(request("kim@example.org", "te\u0000xt", null), null))
                .isEqualTo(new Refused("description", "null-character"));
        assertThat(registrations.register(request("kim@example.org", "x".repeat(10_000_000), null), null))
                .isEqualTo(new Refused("description", "too-long"));
        assertThat(registrations.register(request("kim@example.org", "text", null), " "))
                .isEqualTo(new Refused(null, "key-invalid"));
        assertThat(contacts.known("kim@example.org", null)).isEmpty();
    }

    @Test
    void filesAreKeptWithTheCase() {
        byte[] content = "receipt".getBytes(StandardCharsets.UTF_8);

        Registered registered =
                registered(withFiles("lea@example.org", new File("../../receipt.pdf", "application/pdf", content)));

        Attachment attachment = attachments.of(registered.reference()).get(0);
        assertThat(attachment.fileName()).isEqualTo("receipt.pdf");
        assertThat(attachments.content(attachment)).isEqualTo(content);
    }

    @Test
    void aFileThatIsTooLargeIsRefusedBeforeACaseIsOpened() {
        File large = new File("film.mov", "video/quicktime", new byte[5 * 1024 * 1024 + 1]);

        assertThat(registrations.register(withFiles("mia@example.org", large), null))
                .isEqualTo(new Refused("files", "file-too-large"));
        assertThat(contacts.known("mia@example.org", null)).isEmpty();
    }

    private static List<CaseReference> atOnce(int times, java.util.function.Supplier<Registered> registration) {
        List<CompletableFuture<Registered>> running = IntStream.range(0, times)
                .mapToObj(i -> CompletableFuture.supplyAsync(registration, task -> new Thread(task).start()))
                .toList();
        return running.stream()
                .map(CompletableFuture::join)
                .map(Registered::reference)
                .toList();
    }

    private Registered registered(Request request) {
        return (Registered) registrations.register(request, null);
    }

    private CaseFile file(Registered registered) {
        return cases.get(registered.reference());
    }

    private List<CaseFile> casesOf(String email) {
        return cases.recentOf(contacts.known(email, null).orElseThrow().id());
    }

    private static Request request(String contact, String description, Locale locale) {
        return new Request(
                Channel.API, contact, null, null, description, null, null, null, null, locale, null, List.of());
    }

    private static Request withFiles(String contact, File... files) {
        return new Request(
                Channel.PORTAL, contact, null, null, "see file", null, null, null, null, null, null, List.of(files));
    }
}
