package io.careloop.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.careloop.identity.Groups;
import io.careloop.support.CareloopTest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@CareloopTest
class CaseApiTests {

    private static final String REQUEST = """
            {"contact": "%s", "description": "%s", "urgency": "high"}""";

    @Autowired
    MockMvc mvc;

    @Test
    void aRequestIsAnsweredWithItsNumberAndTheWayToFollowIt() throws Exception {
        String answer = send(REQUEST.formatted("api@example.org", "It does not work"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.reference").value(matchesPattern("C-\\d{4}-\\d{6}")))
                .andExpect(jsonPath("$.trackingToken").value(matchesPattern("[\\w-]{22}")))
                .andExpect(jsonPath("$.status").value("OPEN"))
                .andExpect(jsonPath("$.deadlines").exists())
                .andReturn()
                .getResponse()
                .getContentAsString();

        String token = JsonPath.read(answer, "$.trackingToken");
        mvc.perform(get("/api/tracking/" + token))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.reference").value(JsonPath.<String>read(answer, "$.reference")))
                .andExpect(jsonPath("$.waitingFor").value("US"));
    }

    @Test
    void theSameRequestUnderTheSameKeyIsRegisteredOnceAndAnotherOneIsRefused() throws Exception {
        String key = UUID.randomUUID().toString();
        String body = REQUEST.formatted("key@example.org", "Once");
        String first = send(body, key)
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        String second = send(body, key)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(JsonPath.<String>read(second, "$.reference")).isEqualTo(JsonPath.read(first, "$.reference"));
        assertThat(JsonPath.<String>read(second, "$.trackingToken"))
                .isNotEqualTo(JsonPath.read(first, "$.trackingToken"));

        send(REQUEST.formatted("key@example.org", "Another"), key)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.detail").value("This idempotency key was used for another request."));
    }

    @Test
    void allThatIsMissingIsNamedInTheReadersLanguage() throws Exception {
        mvc.perform(json("{}").header("Accept-Language", "zh-CN"))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.title").value("无法读取请求"))
                .andExpect(jsonPath("$.errors[*].field").value(containsInAnyOrder("contact", "description", "urgency")))
                .andExpect(jsonPath("$.errors[*].message").value(hasItem("请填写邮箱或电话号码。")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'contact':'a@example.org','description':'x','urgency':'normal','admin':true}|admin|There is no field of this name.",
                "{'contact':'a@example.org','description':'x','urgency':'soon'}|urgency|The value has not the type or is none of the values that are expected.",
                "{'contact':'a@example.org','description':'x','urgency':1}|urgency|The value has not the type or is none of the values that are expected.",
                "{'contact':'a@example.org','description':['x'],'urgency':'low'}|description|The value has not the type or is none of the values that are expected.",
                "{'contact':'nobody','description':'x','urgency':'low'}|contact|This is neither an e-mail address nor a phone number that we can use. Please check it.",
                "{'contact':'a@example.org\\r\\nBcc: b@example.org','description':'x','urgency':'low'}|contact|This is neither an e-mail address nor a phone number that we can use. Please check it.",
                "{'contact':'a@example.org','description':'x\\u0000y','urgency':'low'}|description|The text contains characters that cannot be read. Please remove them."
            })
    void aFieldThatCannotBeTakenIsNamed(String body, String field, String message) throws Exception {
        send(body.replace('\'', '"'))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.errors[0].field").value(field))
                .andExpect(jsonPath("$.errors[0].message").value(message));
    }

    @Test
    void aBodyThatIsNoJsonIsAProblem() throws Exception {
        send("{\"contact\": ")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").exists());
        send("").andExpect(status().isBadRequest());
        mvc.perform(post("/api/cases")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'}))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
        mvc.perform(post("/api/cases").contentType(MediaType.TEXT_PLAIN).content("hello"))
                .andExpect(status().isUnsupportedMediaType())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
    }

    @Test
    void aBodyOfTenMegabytesIsRefusedUnread() throws Exception {
        send(REQUEST.formatted("big@example.org", "x".repeat(10 * 1024 * 1024)))
                .andExpect(status().isPayloadTooLarge());
    }

    @Test
    void aTextThatIsTooLongIsNamed() throws Exception {
        send(REQUEST.formatted("long@example.org", "x".repeat(20_001)))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("description"));
    }

    @Test
    void otherMethodsAreAProblem() throws Exception {
        mvc.perform(get("/api/tracking/" + "x".repeat(22) + "/answer"))
                .andExpect(status().isMethodNotAllowed())
                .andExpect(header().string("Allow", "POST"))
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
        mvc.perform(post("/status")).andExpect(status().isForbidden());
    }

    @Test
    void theDescriptionOfTheApiNamesIt() throws Exception {
        mvc.perform(get("/v3/api-docs/public"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.paths['/api/cases'].post.summary").value("Register a request"))
                .andExpect(
                        jsonPath("$.paths['/api/tracking/{token}/answer'].post").exists())
                .andExpect(jsonPath("$.paths['/api/cases'].get").doesNotExist())
                .andExpect(jsonPath("$.paths['/api/cases/{reference}']").doesNotExist());
    }

    @Test
    void theDescriptionOfTheStaffsApiIsForStaff() throws Exception {
        mvc.perform(get("/v3/api-docs")).andExpect(status().isNotFound());
        mvc.perform(get("/v3/api-docs").with(user("agent").authorities(() -> Groups.authority(Groups.AGENTS))))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.paths['/api/cases/{reference}']").exists());
    }

    private ResultActions send(String body) throws Exception {
        return mvc.perform(json(body));
    }

    private ResultActions send(String body, String key) throws Exception {
        return mvc.perform(json(body).header("Idempotency-Key", key));
    }

    private static MockHttpServletRequestBuilder json(String body) {
        return post("/api/cases")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.getBytes(StandardCharsets.UTF_8));
    }
}
