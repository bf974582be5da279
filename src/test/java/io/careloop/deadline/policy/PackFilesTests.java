package io.careloop.deadline.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.careloop.deadline.DeadlineClock.ClockType;
import io.careloop.deadline.Limit;
import io.careloop.deadline.StartRule;
import io.careloop.deadline.policy.PackFiles.PackFile;
import io.careloop.deadline.policy.PolicyPack.LimitedClock;
import io.careloop.deadline.policy.PolicyPack.Moment;
import io.careloop.engine.StartRefusedException;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PackFilesTests {

    private final List<PackFile> shipped = new PackFiles().all();

    @Test
    void onlyTheDefaultPackShipsSwitchedOnAndEveryOtherAsksForCounsel() {
        assertThat(shipped)
                .extracting(file -> file.pack().id())
                .containsExactly(
                        "asic-rg-271",
                        "cn-bank-insurance",
                        "cn-samr-12315",
                        "cn-telecom",
                        "default",
                        "fca-disp",
                        "gb-t-17242",
                        "housing-ombudsman-uk");
        assertThat(shipped).allSatisfy(file -> {
            assertThat(file.pack().shippedOn()).isEqualTo(file.pack().isDefault());
            assertThat(file.pack().counsel()).isEqualTo(file.pack().isDefault() ? null : "check with counsel");
        });
    }

    @Test
    void whatIsKnownOfAPackIsReadWithItsClockAndItsCategory() {
        PolicyPack pack = pack("fca-disp");

        assertThat(pack.start()).isEqualTo(StartRule.NEXT_BUSINESS_DAY);
        assertThat(pack.limit(LimitedClock.RESOLUTION, null)).contains(Limit.of("P56D", ClockType.ELAPSED));
        assertThat(pack.limit(LimitedClock.RESOLUTION, "complaint")).contains(Limit.of("P56D", ClockType.ELAPSED));
        assertThat(pack.limit(LimitedClock.RESOLUTION, "payment")).contains(Limit.of("P15D", ClockType.BUSINESS));
        assertThat(pack.retention()).isEqualTo(Period.ofYears(3));
        assertThat(pack.rulesFor(Moment.CLOSING)).hasSize(2);
        assertThat(pack.remedy()).isPresent();
    }

    @Test
    void whatIsNotKnownIsNoNumber() {
        PolicyPack pack = pack("gb-t-17242");

        assertThat(LimitedClock.values())
                .allSatisfy(clock -> assertThat(pack.limit(clock, null)).isEmpty());
        assertThat(pack.start()).isNull();
        assertThat(pack.retention()).isNull();
        assertThat(pack.pauses()).isNull();
        assertThat(pack.extensionFor("complaint")).isEmpty();
        assertThat(pack.remedy()).isEmpty();
    }

    @Test
    void aWrongFileIsRefusedWithAllThatIsWrongAndWhere() {
        String file = contentOf("asic-rg-271")
                .replace("\"P30D\"", "\"30 days\"")
                .replace("\"off\"", "\"maybe\"")
                .replace("\"check with counsel\"", "\"none needed\"")
                .replace("\"secondary\"", "\"certain\"")
                .replace("\"zh-TW\"", "\"zh-HK\"")
                .replace("\"record\"", "\"recorded\"");

        assertThatThrownBy(() -> PackFiles.read(with("asic-rg-271", file)))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("asic-rg-271.json: ")
                .hasMessageContaining("limits.resolution[0].limit is written PT2H or P2D, not \"30 days\"")
                .hasMessageContaining("status is on or off")
                .hasMessageContaining("counsel is \"check with counsel\"")
                .hasMessageContaining("source.sure is one of house, read, secondary, weak, title, not \"certain\"")
                .hasMessageContaining("name is said in en, zh-CN and zh-TW")
                .hasMessageContaining("recorded is not a field of a pack");
    }

    @Test
    void aFileThatIsNotJsonOrIsNamedOtherwiseIsRefused() {
        assertThatThrownBy(() -> PackFiles.read(with("asic-rg-271", "limits: 30 days")))
                .hasMessageContaining("asic-rg-271.json: It is not JSON");
        assertThatThrownBy(() -> PackFiles.read(with("other", contentOf("asic-rg-271"))))
                .hasMessageContaining("other.json: its id is asic-rg-271");
    }

    @Test
    void twoPacksAreNotOnBesidesTheDefaultOne() {
        Map<String, String> files = with("asic-rg-271", contentOf("asic-rg-271").replace("\"off\"", "\"on\""));
        files.put("fca-disp.json", contentOf("fca-disp").replace("\"off\"", "\"on\""));

        assertThatThrownBy(() -> PackFiles.read(files))
                .hasMessageContaining("only one pack besides the default one is on, not asic-rg-271, fca-disp");
    }

    @Test
    void theDefaultPackIsThereOnAndKnowsWhatOthersFallBackOn() {
        assertThatThrownBy(() -> PackFiles.read(Map.of("asic-rg-271.json", contentOf("asic-rg-271"))))
                .hasMessageContaining("default.json is missing");
        assertThatThrownBy(() ->
                        PackFiles.read(with("default", contentOf("default").replace("\"on\"", "\"off\""))))
                .hasMessageContaining("status of the default pack is on");
        assertThatThrownBy(() -> PackFiles.read(
                        with("default", contentOf("default").replace("\"registration\"", "\"unknown\""))))
                .hasMessageContaining("start, pauses and extension are known");
    }

    private Map<String, String> with(String id, String content) {
        Map<String, String> files = new HashMap<>(Map.of("default.json", contentOf("default")));
        files.put(id + ".json", content);
        return files;
    }

    private PolicyPack pack(String id) {
        return file(id).pack();
    }

    private String contentOf(String id) {
        return file(id).content();
    }

    private PackFile file(String id) {
        return shipped.stream()
                .filter(file -> file.pack().id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
