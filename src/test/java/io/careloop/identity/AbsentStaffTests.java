package io.careloop.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AbsentStaffTests {

    @Test
    void theDeputyStandsInAndWhoIsPresentNeedsNone() {
        AbsentStaff staff = absent("ann>bob");

        assertThat(staff.standInFor("ann")).contains("bob");
        assertThat(staff.standInFor("bob")).isEmpty();
        assertThat(staff.representedBy("bob")).containsExactly("ann");
    }

    @Test
    void aDeputyWhoIsAwayHandsOnToTheirs() {
        AbsentStaff staff = absent("ann>bob", "bob>cleo");

        assertThat(staff.standInFor("ann")).contains("cleo");
        assertThat(staff.representedBy("cleo")).containsExactlyInAnyOrder("ann", "bob");
        assertThat(staff.representedBy("bob")).isEmpty();
    }

    @Test
    void aChainThatEndsWithNobodyOrInACircleLeavesNobody() {
        assertThat(absent("ann>bob", "bob>").standInFor("ann")).isEmpty();
        assertThat(absent("ann>").standInFor("ann")).isEmpty();
        assertThat(absent("ann>bob", "bob>ann").standInFor("ann")).isEmpty();
        assertThat(absent("ann>bob", "bob>ann").representedBy("ann")).isEmpty();
    }

    private static AbsentStaff absent(String... pairs) {
        return new AbsentStaff(Arrays.stream(pairs)
                .map(pair -> pair.split(">", 2))
                .map(pair -> new Absence(
                        UUID.randomUUID(),
                        pair[0],
                        LocalDate.EPOCH,
                        LocalDate.EPOCH,
                        pair[1].isEmpty() ? null : pair[1],
                        pair[0],
                        Instant.EPOCH))
                .toList());
    }
}
