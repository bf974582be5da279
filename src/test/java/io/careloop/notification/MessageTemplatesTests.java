package io.careloop.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.careloop.engine.Languages;
import io.careloop.notification.MessageTemplate.Purpose;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MessageTemplatesTests {

    private final MessageTemplates templates = new MessageTemplates();

    @Test
    void everyTemplateExistsInAllLanguagesWithOneVersionAndOnePurpose() {
        Map<String, List<MessageTemplate>> byName =
                templates.all().stream().collect(Collectors.groupingBy(MessageTemplate::name));

        assertThat(byName)
                .containsKeys(
                        "acknowledgement",
                        "problem-confirmation",
                        "problem-confirmation-reminder",
                        "solution-proposed",
                        "solution-reminder",
                        "effect-confirmation",
                        "effect-reminder",
                        "resolved",
                        "follow-up-word",
                        "case-closed",
                        "case-withdrawn",
                        "case-reopened",
                        "staff-message",
                        "deadline-near",
                        "deadline-missed",
                        "customer-wrote",
                        "request-routed",
                        "acknowledgement-asic-rg-271",
                        "acknowledgement-fca-disp",
                        "acknowledgement-formal",
                        "acknowledgement-housing-ombudsman-uk",
                        "deadline-extended",
                        "resolution-missed",
                        "summary-resolution",
                        "final-answer");
        assertThat(byName).allSatisfy((name, languages) -> {
            assertThat(languages)
                    .extracting(MessageTemplate::language)
                    .containsExactlyInAnyOrderElementsOf(languages());
            assertThat(languages)
                    .extracting(MessageTemplate::version)
                    .containsOnly(languages.get(0).version());
            assertThat(languages)
                    .extracting(MessageTemplate::purpose)
                    .containsOnly(languages.get(0).purpose());
        });
    }

    @Test
    void noTemplateAsksForAFactThatNobodyTells() {
        Set<String> known = new HashSet<>(FactNames.OWN);
        known.addAll(FactNames.OF_OTHERS);

        assertThat(templates.all()).allSatisfy(template -> {
            Set<String> allowed = new HashSet<>(known);
            if (template.name().equals(Letters.STAFF_MESSAGE)) {
                allowed.addAll(FactNames.OF_A_PERSON);
            }
            assertThat(allowed).as(template.name()).containsAll(template.names());
        });
    }

    @Test
    void theAcknowledgementSaysNumberOwnerNextStepBothDeadlinesAndWhereToLook() {
        Map<String, Object> facts = Map.of(
                "reference", "C-2026-000042",
                "ownerName", "Mary Agent",
                "nextStep", "We look into it.",
                "firstResponseDue", "Monday 11:00",
                "resolutionDue", "Tuesday 9:00",
                "trackingLink", "http://localhost/track/x");

        assertThat(languages())
                .allSatisfy(language -> assertThat(acknowledgementIn(language).textFor(facts))
                        .contains(facts.values().stream().map(Object::toString).toList()));
    }

    @Test
    void aMissingFactLeavesNoHoleAndBreaksNothing() {
        assertThat(templates.all())
                .allSatisfy(template -> assertThat(template.textFor(Map.of()))
                        .as(template.name())
                        .isNotBlank()
                        .doesNotContain("{{"));
        assertThat(acknowledgementIn("en").textFor(Map.of()))
                .startsWith("Hello,")
                .doesNotContain("\n\n\n");
    }

    @Test
    void chineseReadersGetTheScriptOfTheirPlace() {
        assertThat(Languages.bestOf(Locale.forLanguageTag("zh-HK"))).isEqualTo(Locale.forLanguageTag("zh-TW"));
        assertThat(Languages.bestOf(Locale.forLanguageTag("zh-Hant-CN"))).isEqualTo(Locale.forLanguageTag("zh-TW"));
        assertThat(Languages.bestOf(Locale.CHINESE)).isEqualTo(Locale.forLanguageTag("zh-CN"));
        assertThat(Languages.bestOf(Locale.FRENCH)).isEqualTo(Locale.forLanguageTag("en"));
    }

    @Test
    void anUnknownNameIsRefusedClearly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> templates.get("acknowledgment", Purpose.CUSTOMER, Locale.ENGLISH))
                .withMessage("There is no message template \"acknowledgment\" for customer");
        assertThatIllegalArgumentException()
                .as("a notice to the staff is not for customers")
                .isThrownBy(() -> templates.get("deadline-missed", Purpose.CUSTOMER, Locale.ENGLISH));
    }

    @Test
    void aRetiredTemplateIsRefusedWithItsReason() {
        MessageTemplate retired = MessageTemplate.parse(
                "old-words", "en", "version: 3\nretired: say it with acknowledgement\nsubject: Old\n\nOld words");

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new MessageTemplates(List.of(retired)).get("old-words", Purpose.CUSTOMER, Locale.ROOT))
                .withMessageContaining("retired: say it with acknowledgement");
    }

    @Test
    void aFileWithoutAHeadIsRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MessageTemplate.parse("hello", "en", "Just some text\n\nand more"))
                .withMessageContaining("hello.en");
    }

    @Test
    void theAcknowledgementOfEveryPolicySaysNumberOwnerAndBothDeadlines() {
        Map<String, Object> facts = Map.of(
                "reference", "C-2026-000042",
                "ownerName", "Mary Agent",
                "nextStep", "We look into it.",
                "firstResponseDue", "Monday 11:00",
                "resolutionDue", "Tuesday 9:00",
                "trackingLink", "http://localhost/track/x");

        assertThat(templates.all())
                .filteredOn(template -> template.name().startsWith("acknowledgement"))
                .hasSize(5 * languages().size())
                .allSatisfy(template -> assertThat(template.textFor(facts))
                        .contains(facts.values().stream().map(Object::toString).toList()));
    }

    private MessageTemplate acknowledgementIn(String language) {
        return templates.get("acknowledgement", Purpose.CUSTOMER, Locale.forLanguageTag(language));
    }

    private static List<String> languages() {
        return Languages.ALL.stream().map(Locale::toLanguageTag).toList();
    }
}
