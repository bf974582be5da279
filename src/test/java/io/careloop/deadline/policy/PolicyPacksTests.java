package io.careloop.deadline.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.deadline.policy.PackFiles.PackFile;
import io.careloop.deadline.policy.PolicyPacks.Outcome;
import io.careloop.support.CareloopTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@CareloopTest
class PolicyPacksTests {

    @Autowired
    PolicyPacks packs;

    @Autowired
    PackShelf shelf;

    @Autowired
    PackStore store;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aChangedFileIsANewVersionTheSameOneIsNotAndAnOlderOneComesNotBack() {
        String first = content("a-changed-pack", "unknown").replace("\"P30D\"", "\"P31D\"");
        String second = content("a-changed-pack", "unknown").replace("\"P30D\"", "\"P32D\"");
        inOrder(first, first, second, first);

        assertThat(store.newestVersion("a-changed-pack")).isEqualTo(2);
        assertThat(packs.find("a-changed-pack").orElseThrow().limits().toString())
                .contains("PT768H");
        assertThat(packs.contentOf(packs.find("a-changed-pack").orElseThrow())).isEqualTo(second);
    }

    @Test
    void aPackThatIsNotValidYetOrHasNoCalendarIsNotSwitchedOn() {
        inOrder(content("a-later-pack", "2999-01-01"));
        inOrder(content("a-moon-pack", "unknown").replace("\"start\"", "\"calendar\": \"moon\", \"start\""));

        assertThat(switchOn("a-later-pack")).isEqualTo(new Outcome.Refused("policy-not-valid-yet"));
        assertThat(switchOn("a-moon-pack")).isEqualTo(new Outcome.Refused("policy-calendar-unknown"));
        assertThat(packs.ruling().id()).isEqualTo("default");
    }

    private Outcome switchOn(String id) {
        return packs.switchTo(packs.find(id).orElseThrow(), true, "manager", "try");
    }

    private void inOrder(String... contents) {
        for (String content : contents) {
            PackFile file = new PackFile(PackReader.read(content), content);
            transaction.executeWithoutResult(status -> shelf.putOnFile(List.of(file)));
        }
    }

    private static String content(String id, String validFrom) {
        String shipped = new PackFiles()
                .all().stream()
                        .filter(file -> file.pack().id().equals("asic-rg-271"))
                        .findFirst()
                        .orElseThrow()
                        .content();
        return shipped.replace("\"id\": \"asic-rg-271\"", "\"id\": \"" + id + "\"")
                .replace("\"validFrom\": \"unknown\"", "\"validFrom\": \"" + validFrom + "\"");
    }
}
