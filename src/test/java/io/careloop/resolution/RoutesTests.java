package io.careloop.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.deadline.WorkingTime;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** One recommended route to a solution, the fastest; every row of the table is hit by one of these. */
@CareloopTest
class RoutesTests {

    private static final String PARCEL = "My parcel has not arrived";

    @Autowired
    CaseWalk walk;

    @Autowired
    Routes routes;

    @Autowired
    RouteTable table;

    @Autowired
    CaseFiles cases;

    @Autowired
    WorkingTime workingTime;

    @Autowired
    Clock clock;

    @Autowired
    Timeline timeline;

    @Autowired
    FormService forms;

    @ParameterizedTest
    @CsvSource({
        "delivery, normal, Send another one from the local stock, PT4H",
        "delivery, urgent, Post another one from the central stock, PT8H",
        "delivery, low, Have the carrier look for the parcel, PT24H",
        "technical, normal, Solve it with the customer on the phone, PT4H",
        "technical, high, Send a technician, PT8H",
        "repair, urgent, Send the technician on duty at once, PT2H",
        "repair, normal, Exchange the product, PT16H",
        "billing, normal, Correct the invoice, PT4H",
        "billing, high, Refund the payment, PT16H",
        "complaint, high, Settle it in one talk with the customer, PT8H",
        "enquiry, normal, Work it out in the team, PT16H",
        ", , Work it out in the team, PT16H"
    })
    void aKindOfCaseHasThisRoute(String category, String priority, String name, Duration leadTime) {
        assertThat(table.of(category, priority)).anySatisfy(route -> {
            assertThat(route.name()).isEqualTo(name);
            assertThat(route.leadTime()).isEqualTo(leadTime);
        });
    }

    @Test
    void onlyWhatIsUrgentCallsTheTechnicianOnDuty() {
        assertThat(table.of("repair", "normal"))
                .extracting(Route::name)
                .doesNotContain("Send the technician on duty at once");
    }

    @Test
    void theLowestLeadTimeWinsWhereverItStandsInTheTable() {
        CaseReference reference = walk.analysed("fastest@example.org", PARCEL);
        Route slow = new Route("Look for it", Duration.ofHours(24), "");
        Route fast = new Route("Post it", Duration.ofHours(8), "no local stock");
        Route other = new Route("Bring it", Duration.ofHours(9), "");
        Routes several = new Routes(cases, (category, priority) -> List.of(slow, fast, other), workingTime, clock);

        assertThat(several.of(reference)).containsExactly(fast, other, slow);
    }

    @Test
    void theFormRecommendsExactlyOneRouteWithItsFinishDateInOpeningHours() {
        CaseReference reference = walk.analysed("recommended@example.org", PARCEL);

        Map<String, Object> form = forms.getTaskFormVariables(
                walk.task(reference, "Activity_ProposeSolution").getId(),
                List.of("recommendedRoute", "otherRoutes", "finishDateText"),
                true);

        LocalDate finished = workingTime
                .plus(clock.instant(), Duration.ofHours(4))
                .atZone(workingTime.zone())
                .toLocalDate();
        assertThat(form.get("recommendedRoute").toString())
                .startsWith("Send another one from the local stock")
                .contains(finished.toString());
        assertThat(form).containsEntry("finishDateText", finished.toString());
        assertThat(form.get("otherRoutes").toString().lines()).hasSize(3);
    }

    @Test
    void anotherRouteIsTakenWithAReasonOnly() {
        CaseReference reference = walk.analysed("other.route@example.org", PARCEL);
        Map<String, Object> another =
                Map.of("solutionText", "We post a new one", "finishDateText", "2099-01-01", "routeText", "another");

        assertThatThrownBy(() -> walk.submit(reference, "Activity_ProposeSolution", another))
                .hasMessageContaining("why it is another route");
        walk.submit(
                reference,
                "Activity_ProposeSolution",
                Map.of(
                        "solutionText", "We post a new one",
                        "finishDateText", "2099-01-01",
                        "routeText", "another",
                        "routeReasonText", "No local stock"));

        assertThat(timeline.of(reference))
                .filteredOn(entry -> entry.kind() == Kind.OTHER_ROUTE_TAKEN)
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry.text()).isEqualTo("Send another one from the local stock: No local stock"));
    }
}
