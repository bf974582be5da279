package io.careloop.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.cases.CaseReference;
import io.careloop.cases.Conversation;
import io.careloop.cases.TrackingTokens;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What strangers send, over the wire. */
@CareloopTest
class HostileInputTests {

    private static final String SCRIPT = "<script>alert('1')</script>";

    @LocalServerPort
    int port;

    @Autowired
    CaseWalk walk;

    @Autowired
    TrackingTokens tokens;

    @Autowired
    Conversation conversation;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void scriptInEveryTextIsShownAsText() throws Exception {
        HttpResponse<String> answer = json("POST", "/api/cases", """
                {"contact": "script@example.org", "description": "%1$s", "urgency": "low", "name": "%1$s", "subject": "%1$s",
                 "remedySought": "%1$s", "triedSteps": "%1$s", "product": "%1$s", "locale": "%1$s"}""".formatted(SCRIPT));
        assertThat(answer.statusCode()).isEqualTo(201);
        String link = "/track/" + answer.body().replaceAll("(?s).*\"trackingToken\":\"([^\"]+)\".*", "$1");
        json("POST", "/api" + link.replace("/track/", "/tracking/") + "/messages", "{\"text\": \"" + SCRIPT + "\"}");

        assertThat(page(link).body()).contains("&lt;script&gt;").doesNotContain("<script");
    }

    @Test
    void aProposalWithMarkupIsShownAsText() throws Exception {
        CaseReference reference = walk.analysed("markup@example.org", "My parcel has not arrived");
        walk.propose(reference, SCRIPT + "<img src=x onerror=alert(1)>");

        assertThat(page("/track/" + tokens.issue(reference)).body()).doesNotContain("<script", "<img src=x");
    }

    @Test
    void textsOfAllScriptsAreKeptAsTheyAre() throws Exception {
        CaseReference reference = walk.analysed("unicode@example.org", "My parcel has not arrived");
        String token = tokens.issue(reference);
        String text = "שלום \u202Egnp.exe\u202C zero\u200Bwidth 😀👩‍👩‍👧 𠮷野家 " + "W".repeat(3000);

        assertThat(json("POST", "/api/tracking/" + token + "/messages", "{\"text\": \"" + text + "\"}")
                        .statusCode())
                .isEqualTo(200);

        assertThat(conversation.of(reference))
                .last()
                .satisfies(message -> assertThat(message.text()).isEqualTo(text));
        assertThat(page("/track/" + token).body()).contains(text);
    }

    @Test
    void aNullCharacterInAMessageIsLeftOut() throws Exception {
        CaseReference reference = walk.analysed("null@example.org", "My parcel has not arrived");

        json("POST", "/api/tracking/" + tokens.issue(reference) + "/messages", "{\"text\": \"a\\u0000b \\ud800\"}");

        assertThat(conversation.of(reference))
                .last()
                .satisfies(message -> assertThat(message.text()).isEqualTo("ab \uFFFD"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aBodyThatIsTooLargeIsRefusedWhetherItSaysItsLengthOrNot(boolean saysLength) throws Exception {
        byte[] body = ("{\"contact\": \"big@example.org\", \"urgency\": \"low\", \"description\": \""
                        + "x".repeat(2_000_000) + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        BodyPublisher publisher = saysLength
                ? BodyPublishers.ofByteArray(body)
                : BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(body));

        HttpResponse<String> answer = http.send(
                request("/api/cases")
                        .header("Content-Type", "application/json")
                        .POST(publisher)
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void formsThatAreTooLargeGetAPage() throws Exception {
        HttpResponse<String> answer = http.send(
                request("/")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept-Language", "zh-CN")
                        .POST(BodyPublishers.ofString("description=" + "x".repeat(2_000_000)))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("内容太大");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FOO", "TRACE", "PROPFIND"})
    void methodsThatNobodyKnowsAreAProblem(String method) throws Exception {
        HttpResponse<String> answer = json(method, "/api/cases", "");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.body()).contains("\"status\":405");
    }

    @Test
    void messagesThatComeAtOnceAreAllKept() {
        CaseReference reference = walk.analysed("atonce@example.org", "My parcel has not arrived");
        String address = "/api/tracking/" + tokens.issue(reference) + "/messages";

        List<CompletableFuture<Integer>> answers = IntStream.range(0, 6)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> json("POST", address, "{\"text\": \"Message " + number + "\"}")
                                .statusCode()))
                .toList();

        assertThat(answers).extracting(CompletableFuture::join).containsOnly(200);
        assertThat(conversation.of(reference).stream()
                        .filter(message -> message.author().equals("customer")))
                .hasSize(6);
    }

    @Test
    void whatIsNotThereHasAPageOrAProblemInTheReadersLanguage() throws Exception {
        Map.of("en", "There is nothing here", "zh-CN", "这里什么也没有", "zh-TW", "這裡什麼也沒有")
                .forEach((language, words) -> {
                    HttpResponse<String> page = send(request("/nothing").header("Accept-Language", language));
                    assertThat(page.statusCode()).isEqualTo(404);
                    assertThat(page.body()).contains(words).doesNotContain("Exception", "at io.careloop");
                });
        HttpResponse<String> problem = send(request("/api/tracking/nothing").header("Accept-Language", "zh-TW"));
        assertThat(problem.statusCode()).isEqualTo(404);
        assertThat(problem.body()).contains("找不到");
    }

    private HttpResponse<String> page(String path) {
        return send(request(path).header("Accept", "text/html"));
    }

    private HttpResponse<String> json(String method, String path, String body) {
        return send(
                request(path).header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }
}
