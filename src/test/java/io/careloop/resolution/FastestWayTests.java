package io.careloop.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.cases.CaseReference;
import io.careloop.deadline.WorkingTime;
import io.careloop.engine.MovableClock;
import io.careloop.resolution.FastestWay.Recommended;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Which of several ways is recommended; every row of {@code resolution-way.dmn} is hit by one of these. */
@CareloopTest
class FastestWayTests {

    private static final String PARCEL = "My parcel has not arrived";

    @Autowired
    CaseWalk walk;

    @Autowired
    FastestWay fastestWay;

    @Autowired
    Ways ways;

    @Autowired
    WorkingTime workingTime;

    @Autowired
    MovableClock clock;

    @ParameterizedTest
    @CsvSource({
        "delivery, 1, P3D P1D P2D",
        "delivery, 2, P3D P2D",
        "repair, 1, P1D P2D P3D",
        "repair, 2, P2D P3D",
        "technical, 1, PT4H P1D",
        "technical, 2, P1D",
        "billing, 1, P1D P3D",
        "enquiry, 1, PT4H",
        "suggestion, 1, ''",
        ", 1, ''"
    })
    void aKindOfCaseIsSolvedInTheseWays(String category, int round, String leadTimes) {
        assertThat(ways.of(category, round))
                .extracting(way -> way.leadTime().amount().toString())
                .isEqualTo(
                        leadTimes.isEmpty()
                                ? List.of()
                                : List.of(leadTimes
                                        .replace("PT4H", Duration.ofHours(4).toString())
                                        .split(" ")));
    }

    @Test
    void theWayThatEndsFirstIsRecommendedAloneWithItsDate() {
        CaseReference reference = walk.analysed("fastest@example.org", PARCEL);

        Recommended recommended = fastestWay.of(reference).orElseThrow();

        assertThat(recommended.nameIn(Locale.ENGLISH)).startsWith("Hand it over at the nearest counter");
        assertThat(recommended.finishDate()).isEqualTo(day(1));
        assertThat(recommended.among()).isEqualTo(3);
    }

    @Test
    void theFormShowsItAndHasItsDateAlready() {
        CaseReference reference = walk.analysed("shown@example.org", PARCEL);

        Map<String, Object> form = walk.formOf(reference, "Activity_ProposeSolution");

        assertThat(form).containsEntry("finishDateText", day(1).toString());
        assertThat(form.get("fastestWay").toString()).endsWith("the earliest of 3 ways on file.");
    }

    @Test
    void whatTheCustomerRefusedIsNotRecommendedAgain() {
        CaseReference reference = walk.proposed("another-way@example.org", PARCEL);
        walk.answer(reference, false, "I cannot come to the counter");

        assertThat(fastestWay.of(reference)).get().satisfies(recommended -> {
            assertThat(recommended.nameIn(Locale.SIMPLIFIED_CHINESE)).isEqualTo("请快递再次派送");
            assertThat(recommended.finishDate()).isEqualTo(day(2));
        });
    }

    @Test
    void whereNoWayIsOnFileTheStaffSayHowAndUntilWhen() {
        CaseReference reference = walk.analysed("no-way@example.org", "I complain about the tone of your clerk");

        assertThat(walk.formOf(reference, "Activity_ProposeSolution"))
                .doesNotContainKeys("fastestWay", "finishDateText");
    }

    private LocalDate day(int businessDays) {
        return workingTime
                .plusDays(clock.instant(), businessDays)
                .atZone(workingTime.zone())
                .toLocalDate();
    }
}
