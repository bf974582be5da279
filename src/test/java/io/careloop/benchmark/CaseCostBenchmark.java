package io.careloop.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.benchmark.Meter.Cost;
import io.careloop.notification.Post;
import io.careloop.support.CareloopTest;
import io.careloop.support.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * What a case costs the database from its first word to its end, beside the bare engine with the same diagrams on the
 * same server. Run it by {@code mvn -Pbenchmark test}; it prints its tables and writes them into
 * {@code src/docs/benchmarks.md}.
 */
@CareloopTest
@Import(CountedDatabase.class)
@TestPropertySource(properties = "spring.datasource.hikari.minimum-idle=0")
class CaseCostBenchmark {

    private static final int WARM_UP = 10;
    private static final int CASES = Integer.getInteger("careloop.benchmark.cost-cases", 50);

    @Autowired
    private ApplicationContext product;

    @Autowired
    private Post post;

    private final List<Cost> ours = new ArrayList<>();
    private final List<Cost> sending = new ArrayList<>();
    private final List<Cost> bare = new ArrayList<>();

    @Test
    void ourCodeAddsAtMostHalfOfTheRoundTripsOfTheBareEngine() {
        try (ConfigurableApplicationContext engine = BareEngine.start(TestDatabase.create())) {
            Way productWay = new ProductWay(product);
            Way bareWay = new BareWay(engine);
            Meter productMeter = meter(product);
            Meter bareMeter = meter(engine);
            for (int i = -WARM_UP; i < CASES; i++) {
                if (i == 0) {
                    List.of(ours, sending, bare).forEach(List::clear);
                    productMeter.checkpoint();
                }
                ours.add(productMeter.of(productWay::goOnce));
                sending.add(productMeter.of(post::collect));
                bare.add(bareMeter.of(bareWay::goOnce));
            }
        }
        CostReport report = new CostReport(new CaseCosts(ours), new CaseCosts(sending), new CaseCosts(bare));
        System.out.println(report.text());
        report.write();
        assertThat(report.addedRoundTrips()).isLessThanOrEqualTo(0.5);
    }

    private static Meter meter(ApplicationContext context) {
        return new Meter(
                context.getBean(StatementCounter.class), new DatabaseServer(context.getBean(DataSource.class)));
    }
}
