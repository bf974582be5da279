package io.careloop.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.careloop.cases.CaseReference;
import io.careloop.engine.MovableClock;
import io.careloop.recovery.LedgerEntry.ByHand;
import io.careloop.recovery.LedgerEntry.State;
import io.careloop.recovery.Payouts.Outcome;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A payment service that fails, falls silent after paying, or answers twice never makes a customer be paid twice. */
@CareloopTest
class PayoutsTests {

    @Autowired
    CaseWalk walk;

    @Autowired
    Compensations compensations;

    @Autowired
    Ledger ledger;

    @Autowired
    MovableClock clock;

    @Autowired
    PlatformTransactionManager transactions;

    private final CountDownLatch over = new CountDownLatch(1);
    private final List<String> payments = new CopyOnWriteArrayList<>();
    private final Map<String, String> orders = new ConcurrentHashMap<>();
    private volatile Behaviour behaviour = Behaviour.WELL;
    private volatile String authorization;
    private HttpServer service;

    /** How the service takes an order. */
    private enum Behaviour {
        WELL,
        SILENT_AFTER_PAYING,
        SILENT_BEFORE_PAYING,
        BROKEN,
        BROKEN_AFTER_PAYING,
        REFUSING,
        UNDECIDED,
        NONSENSE
    }

    @BeforeEach
    void openService() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/payments", this::serve);
        service.setExecutor(Executors.newCachedThreadPool());
        service.start();
    }

    @AfterEach
    void closeService() {
        over.countDown();
        service.stop(0);
        ((ExecutorService) service.getExecutor()).shutdownNow();
    }

    @Test
    void anOrderIsPaidWithItsRowAsTheKey() {
        UUID grant = granted();

        assertThat(pay(grant)).isInstanceOf(Outcome.Paid.class);

        assertThat(payments).containsExactly(grant.toString());
        assertThat(orders.get(grant.toString()))
                .contains("\"amount\":\"25.00\"", "\"currency\":\"CNY\"", "\"kind\":\"voucher\"");
        assertThat(authorization).isEqualTo("Bearer s3cret");
        assertThat(row(grant).state()).isEqualTo(State.PAID);
        assertThat(row(grant).receipt()).isEqualTo("P-" + grant);
        assertThat(pay(grant)).isInstanceOf(Outcome.Paid.class);
        assertThat(payments).hasSize(1);
    }

    @Test
    void silenceAfterPayingIsAskedAboutAndNotPaidAgain() {
        UUID grant = granted();
        behaviour = Behaviour.SILENT_AFTER_PAYING;

        assertThat(pay(grant)).isInstanceOf(Outcome.Later.class);
        assertThat(row(grant).state()).isEqualTo(State.GRANTED);
        assertThat(pay(grant)).isInstanceOf(Outcome.Paid.class);

        assertThat(payments).containsExactly(grant.toString());
    }

    @Test
    void anErrorAfterPayingIsAskedAboutToo() {
        UUID grant = granted();
        behaviour = Behaviour.BROKEN_AFTER_PAYING;

        assertThat(pay(grant)).isInstanceOf(Outcome.Later.class);
        assertThat(pay(grant)).isInstanceOf(Outcome.Paid.class);

        assertThat(payments).hasSize(1);
    }

    /** The first order may still be on its way: only after a while "never heard of it" is believed. */
    @Test
    void whatNeverArrivedIsOrderedAgainAfterAWhile() {
        UUID grant = granted();
        behaviour = Behaviour.SILENT_BEFORE_PAYING;
        assertThat(pay(grant)).isInstanceOf(Outcome.Later.class);
        behaviour = Behaviour.WELL;

        assertThat(pay(grant)).isInstanceOf(Outcome.Later.class);
        assertThat(payments).isEmpty();
        clock.moveTo(clock.instant().plus(Duration.ofMinutes(6)));
        assertThat(pay(grant)).isInstanceOf(Outcome.Paid.class);

        assertThat(payments).hasSize(1);
    }

    @Test
    void whatTheServiceRefusesAPersonLooksAt() {
        UUID grant = granted();
        behaviour = Behaviour.REFUSING;

        assertThat(pay(grant)).isInstanceOf(Outcome.ByHand.class);

        assertThat(row(grant).byHand()).isEqualTo(ByHand.REFUSED);
        assertThat(payments).isEmpty();
    }

    @Test
    void whatCannotBeFoundOutIsLeftToAPerson() {
        for (Behaviour unclear : List.of(Behaviour.BROKEN, Behaviour.UNDECIDED, Behaviour.NONSENSE)) {
            UUID grant = granted();
            behaviour = unclear;

            assertThat(List.of(pay(grant), pay(grant), pay(grant))).hasOnlyElementsOfType(Outcome.Later.class);
            assertThat(pay(grant)).isInstanceOf(Outcome.ByHand.class);

            assertThat(row(grant).byHand()).isEqualTo(ByHand.UNDECIDED);
            assertThat(row(grant).state()).isEqualTo(State.GRANTED);
        }
        assertThat(payments).isEmpty();
    }

    @Test
    void aServiceThatIsNotThereIsTriedAndThenLeftToAPerson() {
        UUID grant = granted();
        service.stop(0);

        assertThat(List.of(pay(grant), pay(grant), pay(grant))).hasOnlyElementsOfType(Outcome.Later.class);
        assertThat(pay(grant)).isInstanceOf(Outcome.ByHand.class);
    }

    /** Whatever happens to the transaction after the payment, the order was written down before it left. */
    @Test
    void aPaymentWhoseTransactionIsLostIsNotMadeAgain() {
        UUID grant = granted();
        Payouts payouts = payouts(properties());

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            payouts.pay(grant);
            status.setRollbackOnly();
        });
        assertThat(row(grant).state()).isEqualTo(State.GRANTED);
        assertThat(pay(grant)).isInstanceOf(Outcome.Paid.class);

        assertThat(payments).hasSize(1);
    }

    @Test
    void twoWhoPayTheSameAtOncePayItOnce() throws Exception {
        UUID grant = granted();
        ExecutorService nodes = Executors.newFixedThreadPool(8);
        List<Callable<Outcome>> runs = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            runs.add(() -> pay(grant));
        }

        List<Future<Outcome>> outcomes = nodes.invokeAll(runs);
        nodes.shutdown();

        for (Future<Outcome> outcome : outcomes) {
            assertThat(outcome.get()).isNotInstanceOf(Outcome.ByHand.class);
        }
        assertThat(payments).hasSize(1);
        assertThat(row(grant).state()).isEqualTo(State.PAID);
    }

    @Test
    void withoutAServiceAndForThingsAPersonPays() {
        UUID voucher = granted();
        UUID exchange = granted(CompensationKind.EXCHANGE);

        assertThat(inTransaction(payouts(bind(Map.of())), voucher)).isInstanceOf(Outcome.ByHand.class);
        assertThat(pay(exchange)).isInstanceOf(Outcome.ByHand.class);

        assertThat(row(voucher).byHand()).isEqualTo(ByHand.NO_SERVICE);
        assertThat(row(exchange).byHand()).isEqualTo(ByHand.IN_KIND);
        assertThat(payments).isEmpty();
    }

    private Outcome pay(UUID grant) {
        return inTransaction(payouts(properties()), grant);
    }

    private Outcome inTransaction(Payouts payouts, UUID grant) {
        return new TransactionTemplate(transactions).execute(status -> payouts.pay(grant));
    }

    private Payouts payouts(RecoveryProperties properties) {
        return new Payouts(ledger, compensations, new HttpPaymentService(properties), properties, transactions, clock);
    }

    private RecoveryProperties properties() {
        return bind(Map.of(
                "careloop.recovery.payment.url",
                "http://127.0.0.1:" + service.getAddress().getPort() + "/payments",
                "careloop.recovery.payment.token",
                "s3cret",
                "careloop.recovery.payment.answer-timeout",
                "300ms"));
    }

    private static RecoveryProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("careloop.recovery", RecoveryProperties.class);
    }

    private UUID granted() {
        return granted(CompensationKind.VOUCHER);
    }

    private UUID granted(CompensationKind kind) {
        CaseReference reference = walk.triaged(UUID.randomUUID() + "@example.org", "My parcel has not arrived");
        Compensations.Outcome outcome = compensations.propose(new Proposal(
                UUID.randomUUID().toString(), reference, null, kind, new BigDecimal("25.00"), "late", null, "agent"));
        return ((Compensations.Outcome.Granted) outcome).id();
    }

    private LedgerEntry row(UUID grant) {
        return compensations.find(grant).orElseThrow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (exchange.getRequestMethod().equals("GET")) {
            String path = exchange.getRequestURI().getPath();
            tell(exchange, path.substring(path.lastIndexOf('/') + 1));
        } else {
            order(exchange);
        }
    }

    private void tell(HttpExchange exchange, String key) throws IOException {
        switch (behaviour) {
            case BROKEN -> answer(exchange, 503, "");
            case UNDECIDED -> answer(exchange, 200, "{\"state\":\"open\"}");
            case NONSENSE -> answer(exchange, 200, "<html>");
            default -> answer(exchange, payments.contains(key) ? 200 : 404, done(key));
        }
    }

    private void order(HttpExchange exchange) throws IOException {
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        orders.put(key, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        switch (behaviour) {
            case WELL -> {
                payments.add(key);
                answer(exchange, 201, done(key));
            }
            case SILENT_AFTER_PAYING -> {
                payments.add(key);
                keepSilent();
            }
            case SILENT_BEFORE_PAYING -> keepSilent();
            case BROKEN_AFTER_PAYING -> {
                payments.add(key);
                answer(exchange, 500, "");
            }
            case BROKEN -> answer(exchange, 503, "");
            case REFUSING -> answer(exchange, 422, "{\"state\":\"refused\"}");
            case UNDECIDED -> answer(exchange, 202, "{\"state\":\"open\"}");
            case NONSENSE -> answer(exchange, 200, "<html>");
        }
    }

    private void keepSilent() {
        try {
            over.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String done(String key) {
        return "{\"state\":\"done\",\"id\":\"P-" + key + "\",\"new\":\"field\"}";
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
        if (content.length > 0) {
            exchange.getResponseBody().write(content);
        }
        exchange.close();
    }
}
