package io.careloop.collaboration;

import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.support.CareloopTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What departments have agreed on, and which ones are asked by rule; every row of both tables is hit by one of these. */
@CareloopTest
class DepartmentTablesTests {

    @Autowired
    DepartmentLimits limits;

    @Autowired
    DepartmentNeeds needs;

    @ParameterizedTest
    @CsvSource({
        "legal, urgent, PT8H",
        "legal, normal, PT16H",
        "quality, high, PT8H",
        "product, low, PT16H",
        "technology, urgent, PT2H",
        "logistics, high, PT4H",
        "billing, normal, PT8H",
        "experts, , PT8H"
    })
    void aDepartmentTakesSoLong(String department, String priority, Duration limit) {
        assertThat(limits.limitOf(department, priority)).isEqualTo(limit);
    }

    @ParameterizedTest
    @CsvSource({
        "technical, urgent, experts;quality",
        "complaint, urgent, quality;legal",
        "delivery, urgent, ''",
        "technical, normal, ''",
        ", , ''"
    })
    void aKindOfCaseNeedsTheseDepartments(String category, String priority, String departments) {
        assertThat(needs.of(category, priority))
                .isEqualTo(departments.isEmpty() ? List.of() : List.of(departments.split(";")));
    }
}
