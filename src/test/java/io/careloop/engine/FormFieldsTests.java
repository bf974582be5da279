package io.careloop.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class FormFieldsTests {

    @Test
    void inputsAreTheFieldsThatTheReaderFillsIn() throws Exception {
        FormFields fields = fields("""
                {"components": [
                  {"type": "text", "key": "note"},
                  {"type": "button", "key": "send"},
                  {"type": "textfield", "key": "answer"},
                  {"type": "group", "components": [{"type": "checkbox", "key": "solved"}]}
                ]}
                """);

        assertThat(fields.inputs()).containsExactlyInAnyOrder("answer", "solved");
    }

    @Test
    void aPathBelongsToItsFirstName() throws Exception {
        FormFields fields = fields("""
                {"components": [
                  {"type": "textfield", "key": "customer.name"},
                  {"type": "group", "path": "plan", "components": [{"type": "textfield", "key": "step"}]},
                  {"type": "dynamiclist", "path": "items", "components": [{"type": "textfield", "key": "label"}]}
                ]}
                """);

        assertThat(fields.inputs()).containsExactlyInAnyOrder("customer", "plan", "items");
    }

    @Test
    void aFieldThatCannotBeChangedIsShownOnly() throws Exception {
        FormFields fields = fields("""
                {"components": [
                  {"type": "textfield", "key": "reference", "readonly": true},
                  {"type": "textfield", "key": "customer", "disabled": true},
                  {"type": "textfield", "key": "maybe", "readonly": "=locked"}
                ]}
                """);

        assertThat(fields.shown()).containsExactlyInAnyOrder("reference", "customer");
        assertThat(fields.inputs()).containsExactly("maybe");
    }

    private static FormFields fields(String form) throws Exception {
        return FormFields.of(new ObjectMapper().readTree(form));
    }
}
