package io.careloop.recovery;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.HttpMessageConversionException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestHeadersSpec;
import org.springframework.web.client.RestClientException;

/**
 * Speaks to the payment service: {@code POST <url>} with the order and the header {@code Idempotency-Key},
 * {@code GET <url>/<key>} for what became of it. The answer is JSON with {@code state} {@code done}, {@code refused} or
 * {@code open}, {@code id} and {@code reason}; 404 means that the key is not known.
 */
@Component
class HttpPaymentService implements PaymentService {

    private static final int NOT_FOUND = 404;

    /** Conflict, timeout and too many at once say nothing about whether it is paid. */
    private static final Set<Integer> MAYBE_LATER = Set.of(408, 409, 425, 429);

    private static final int LONGEST = 200;

    private final RecoveryProperties.Payment settings;
    private final RestClient client;

    HttpPaymentService(RecoveryProperties properties) {
        this.settings = properties.payment();
        HttpClient http = HttpClient.newBuilder()
                .connectTimeout(settings.connectTimeout())
                .followRedirects(Redirect.NEVER)
                .build();
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(settings.answerTimeout());
        this.client = RestClient.builder().requestFactory(requests).build();
    }

    @Override
    public boolean isConfigured() {
        return settings.url() != null;
    }

    @Override
    public Answer order(LedgerEntry entry) {
        Map<String, String> order = Map.of(
                "key", entry.id().toString(),
                "reference", entry.reference().value(),
                "kind", entry.kind().code(),
                "amount", entry.money().amount().toPlainString(),
                "currency", entry.money().currency());
        return answer(
                client.post()
                        .uri(settings.url())
                        .header("Idempotency-Key", entry.id().toString())
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(order),
                HttpPaymentService::afterOrder);
    }

    @Override
    public Answer stateOf(LedgerEntry entry) {
        return answer(client.get().uri(settings.url() + "/" + entry.id()), HttpPaymentService::afterQuestion);
    }

    private Answer answer(RequestHeadersSpec<?> request, Function<HttpStatusCode, Answer> otherwise) {
        try {
            return request.headers(this::authorise).exchange((sent, response) -> {
                HttpStatusCode status = response.getStatusCode();
                return status.is2xxSuccessful() ? said(response.bodyTo(Body.class)) : otherwise.apply(status);
            });
        } catch (RestClientException | HttpMessageConversionException failed) {
            return new Answer.Open("No answer of the payment service: "
                    + failed.getMostSpecificCause().getClass().getSimpleName());
        }
    }

    /** A service that understood the order and does not take it has surely not paid. */
    private static Answer afterOrder(HttpStatusCode status) {
        return status.is4xxClientError() && !MAYBE_LATER.contains(status.value())
                ? new Answer.Refused(Integer.toString(status.value()))
                : open(status);
    }

    private static Answer afterQuestion(HttpStatusCode status) {
        return status.value() == NOT_FOUND ? new Answer.Unknown() : open(status);
    }

    private static Answer open(HttpStatusCode status) {
        return new Answer.Open("The payment service answered " + status.value());
    }

    private void authorise(HttpHeaders headers) {
        if (settings.token() != null && !settings.token().isBlank()) {
            headers.setBearerAuth(settings.token());
        }
    }

    /** What is not plainly said is not decided. */
    private static Answer said(Body body) {
        String state = body == null ? "" : Objects.toString(body.state(), "");
        return switch (state) {
            case "done" -> new Answer.Done(cut(body.id()));
            case "refused" -> new Answer.Refused(cut(body.reason()));
            default -> new Answer.Open("The payment service has not decided yet");
        };
    }

    private static String cut(String text) {
        return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Body(String state, String id, String reason) {}
}
