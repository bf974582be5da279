package io.careloop.benchmark;

import io.careloop.cases.CaseReference;
import io.careloop.cases.Channel;
import io.careloop.cases.Urgency;
import io.careloop.intake.Registrations;
import io.careloop.resolution.ServiceRequests;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.context.ApplicationContext;

/** Through the product, with all that it keeps and sends. */
class ProductWay extends Way {

    private final Registrations registrations;
    private final ServiceRequests requests;

    ProductWay(ApplicationContext product) {
        super(product.getBean(ProcessEngine.class), product.getBean(StatementCounter.class));
        this.registrations = product.getBean(Registrations.class);
        this.requests = product.getBean(ServiceRequests.class);
    }

    @Override
    String receive() {
        var request = new Registrations.Request(
                Channel.PORTAL,
                "customer-" + UUID.randomUUID() + "@example.org",
                "Lin Customer",
                "Parcel",
                "My parcel has not arrived",
                Urgency.NORMAL,
                null,
                null,
                null,
                Locale.ENGLISH,
                null,
                List.of());
        var registered = (Registrations.Registration.Registered) registrations.register(request, null);
        return registered.reference().value();
    }

    @Override
    void answerYes(String reference) {
        ServiceRequests.Outcome outcome =
                requests.answer(CaseReference.of(reference), true, null, Channel.PORTAL, "customer");
        if (!(outcome instanceof ServiceRequests.Outcome.Done)) {
            throw new IllegalStateException("The answer was not taken: " + outcome);
        }
    }

    @Override
    Map<String, Object> fieldsOf(String activity) {
        String inAWeek = LocalDate.now().plusDays(7).toString();
        return switch (activity) {
            case "Activity_AnalyseRequest" -> Map.of("problemText", "The parcel is lost", "problemClear", "yes");
            case "Activity_ProposeSolution" -> Map.of("solutionText", "We send a new one", "finishDateText", inAWeek);
            case "Activity_PlanImplementation" ->
                Map.of("actionText", "Send a new one", "finishDateText", inAWeek, "resourcesReady", true);
            case "Activity_ImplementSolution" -> Map.of("doneText", "Delivered", "causeText", "delivery-late");
            case "Activity_CallCustomer" -> Map.of("outcomeText", "solved", "wordText", "convenient");
            default -> throw new IllegalArgumentException(activity);
        };
    }
}
