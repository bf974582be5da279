package io.careloop.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import io.careloop.cases.CaseFile;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;

class TemplateChoicesTests {

    private final CaseFile file = mock();

    @Test
    void whatTheRulesOfACaseChooseIsSaidInPlaceOfWhatTheDiagramNames() {
        assertThat(choices("acknowledgement-fca-disp").forCustomer(file, "acknowledgement"))
                .isEqualTo("acknowledgement-fca-disp");
        assertThat(choices("acknowledgement-fca-disp").forCustomer(file, "resolved"))
                .isEqualTo("resolved");
    }

    @Test
    void whatThereIsNotOrIsForTheStaffIsLeftToTheDiagram() {
        assertThat(choices("acknowledgement-of-nobody").forCustomer(file, "acknowledgement"))
                .isEqualTo("acknowledgement");
        assertThat(choices("deadline-missed").forCustomer(file, "acknowledgement"))
                .isEqualTo("acknowledgement");
    }

    private static TemplateChoices choices(String chosen) {
        TemplateChoice choice =
                (template, file) -> template.equals("acknowledgement") ? Optional.of(chosen) : Optional.empty();
        ObjectProvider<TemplateChoice> all = mock();
        given(all.orderedStream()).willAnswer(call -> Stream.of(choice));
        return new TemplateChoices(all, new MessageTemplates());
    }
}
