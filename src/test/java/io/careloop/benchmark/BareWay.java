package io.careloop.benchmark;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.ApplicationContext;

/** Through the same diagrams in an engine that has nothing around it. */
class BareWay extends Way {

    private final RuntimeService runtime;
    private final AtomicInteger number = new AtomicInteger();

    BareWay(ApplicationContext engine) {
        super(engine.getBean(ProcessEngine.class), engine.getBean(StatementCounter.class));
        this.runtime = engine.getBean(RuntimeService.class);
    }

    @Override
    String receive() {
        String reference = "C-2026-%06d".formatted(number.incrementAndGet());
        Date tomorrow = Date.from(Instant.now().plus(1, ChronoUnit.DAYS));
        runtime.startProcessInstanceByKey(
                "service-request",
                reference,
                Map.of(
                        "reference", reference,
                        "owner", "agent",
                        "firstResponseDue", tomorrow,
                        "firstResponseNotice", tomorrow,
                        "resolutionDue", tomorrow,
                        "resolutionNotice", tomorrow,
                        "silenceNotice", tomorrow,
                        "claimBy", tomorrow));
        return reference;
    }

    @Override
    void answerYes(String reference) {
        runtime.createMessageCorrelation("resolution.customer-answered")
                .processInstanceBusinessKey(reference)
                .setVariable("accepted", true)
                .correlate();
    }

    @Override
    Map<String, Object> fieldsOf(String activity) {
        return Map.of();
    }
}
