package io.careloop.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseMessage;
import io.careloop.cases.CaseMessage.Direction;
import io.careloop.cases.CaseReference;
import io.careloop.cases.CaseStatus;
import io.careloop.cases.Channel;
import io.careloop.cases.Conversation;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.cases.TrackingTokens;
import io.careloop.engine.MovableClock;
import io.careloop.escalation.Escalations;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@CareloopTest
class TrackingApiTests {

    private static final String PARCEL = "My parcel has not arrived";

    @Autowired
    MockMvc mvc;

    @Autowired
    CaseWalk walk;

    @Autowired
    TrackingTokens tokens;

    @Autowired
    Conversation conversation;

    @Autowired
    Escalations escalations;

    @Autowired
    CaseFiles cases;

    @Autowired
    Timeline timeline;

    @Autowired
    MovableClock clock;

    @Test
    void aCaseIsTrackedInPlainWordsOfTheReadersLanguage() throws Exception {
        CaseReference reference = walk.proposed("track@example.org", PARCEL);
        timeline.note(reference, Kind.NOTE, "agent", "Only for us");

        mvc.perform(get("/api/tracking/" + tokens.issue(reference)).header("Accept-Language", "zh-TW"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.stage.code").value("SOLUTION"))
                .andExpect(jsonPath("$.stage.number").value(3))
                .andExpect(jsonPath("$.stage.of").value(5))
                .andExpect(jsonPath("$.stage.text").value("我們正在找最快的解決方法。"))
                .andExpect(jsonPath("$.waitingFor").value("CUSTOMER"))
                .andExpect(jsonPath("$.owner").isNotEmpty())
                .andExpect(jsonPath("$.question.id").value("solution-1"))
                .andExpect(jsonPath("$.question.finishDate").isNotEmpty())
                .andExpect(jsonPath("$.nextDeadline.what").value("RESOLUTION"))
                .andExpect(jsonPath("$.nextDeadline.at").value(org.hamcrest.Matchers.endsWith("+08:00")))
                .andExpect(jsonPath("$.events[*].text").value(not(hasItem("Only for us"))));
    }

    @Test
    void anAnswerLeadsOn() throws Exception {
        CaseReference reference = walk.proposed("api.answer@example.org", PARCEL);
        String token = tokens.issue(reference);

        send(token, "answer", "{'accepted': false}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("reason"));
        send(token, "answer", "{'accepted': true, 'question': 'solution-1'}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.waitingFor").value("US"))
                .andExpect(jsonPath("$.stage.code").value("IMPLEMENTATION"));
        send(token, "answer", "{'accepted': true}")
                .andExpect(status().isConflict())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.detail").isNotEmpty());
    }

    @Test
    void aMessageJoinsTheConversation() throws Exception {
        CaseReference reference = walk.analysed("api.message@example.org", PARCEL);

        send(tokens.issue(reference), "messages", "{'text': 'Any news?'}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.messages[-1].text").value("Any news?"))
                .andExpect(jsonPath("$.messages[-1].from").value("CUSTOMER"));

        assertThat(conversation.of(reference))
                .last()
                .satisfies(message -> assertThat(message.channel()).isEqualTo(Channel.API));
    }

    @Test
    void somebodyElseLooksAtItWithoutAReasonAndOnceHoweverOftenItIsAsked() throws Exception {
        CaseReference reference = walk.analysed("api.escalation@example.org", PARCEL);
        String token = tokens.issue(reference);

        send(token, "escalation", "{}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.review.taken").value(false));
        send(token, "escalation", "{}").andExpect(status().isOk());
        send(token, "escalation", "{'reason': 'Nobody calls back'}").andExpect(status().isOk());

        assertThat(escalations.of(reference)).hasSize(1);
        assertThat(conversation.of(reference))
                .filteredOn(message -> message.direction() == Direction.IN)
                .extracting(CaseMessage::text)
                .containsExactly("Nobody calls back");
    }

    @Test
    void aWordIsTakenOnceTheCaseIsSolved() throws Exception {
        String early = tokens.issue(walk.analysed("api.early@example.org", PARCEL));
        send(early, "feedback", "{'word': 'caring'}").andExpect(status().isConflict());

        CaseReference reference = walk.resolved("api.word@example.org", PARCEL);
        send(tokens.issue(reference), "feedback", "{'word': 'caring', 'score': 9, 'comment': 'Thanks'}")
                .andExpect(status().isOk());
        assertThat(timeline.of(reference))
                .last()
                .satisfies(entry -> assertThat(entry.text()).contains("caring", "9", "Thanks"));
    }

    @Test
    void aRequestIsTakenBackOnce() throws Exception {
        CaseReference reference = walk.proposed("api.back@example.org", PARCEL);
        String token = tokens.issue(reference);

        send(token, "withdrawal", "{}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("WITHDRAWN"))
                .andExpect(jsonPath("$.waitingFor").value("NOBODY"));
        send(token, "withdrawal", "{}").andExpect(status().isConflict());
    }

    @Test
    void aMessageToAClosedCaseIsRefusedUnlessItWasKeptBefore() throws Exception {
        CaseReference reference = walk.resolved("api.late@example.org", PARCEL);
        String token = tokens.issue(reference);
        String thanks = "{\"text\": \"Thank you\"}";
        keyed(token, thanks).andExpect(status().isOk());
        cases.closed(reference);
        int before = conversation.of(reference).size();

        keyed(token, thanks).andExpect(status().isOk());
        send(token, "messages", "{'text': 'It broke again'}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value(containsString("take it up again instead")));
        send(token, "escalation", "{}").andExpect(status().isConflict());

        assertThat(conversation.of(reference)).hasSize(before);
    }

    private ResultActions keyed(String token, String body) throws Exception {
        return mvc.perform(post("/api/tracking/" + token + "/messages")
                .header("Idempotency-Key", "thanks")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    @Test
    void aClosedCaseComesBackAsItselfAndLaterAsAnother() throws Exception {
        CaseReference reference = walk.closed("api.reopen@example.org", PARCEL);
        String token = tokens.issue(reference);
        send(token, "reopening", "{'reason': 'Broken again'}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.reference").value(reference.value()))
                .andExpect(jsonPath("$.trackingToken").doesNotExist());
        send(token, "reopening", "{'reason': 'Broken again'}").andExpect(status().isConflict());
        assertThat(walk.file(reference).status()).isEqualTo(CaseStatus.OPEN);

        String old = tokens.issue(walk.closed("api.linked@example.org", PARCEL));
        clock.advance(Duration.ofDays(40));
        String answer = send(old, "reopening", "{'reason': 'Broken again'}")
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(tokens.caseOf(JsonPath.read(answer, "$.trackingToken")))
                .contains(CaseReference.of(JsonPath.read(answer, "$.reference")));
        send(old, "reopening", "{'reason': 'And again'}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.reference").value(JsonPath.<String>read(answer, "$.reference")))
                .andExpect(jsonPath("$.messages[-1].text").value("And again"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "messages|{}|text",
                "messages|{'text': '  '}|text",
                "messages|{'text': 'x', 'channel': 'EMAIL'}|channel",
                "answer|{}|accepted",
                "answer|{'accepted': 'maybe'}|accepted",
                "feedback|{'word': 'great'}|word",
                "feedback|{'word': 'caring', 'score': 11}|score",
                "feedback|{'word': 'caring', 'score': 7.5}|score",
                "withdrawal|{'really': true}|really",
            })
    void aFieldThatCannotBeTakenIsNamed(String action, String body, String field) throws Exception {
        String token = tokens.issue(walk.registered("api.fields@example.org", PARCEL));

        send(token, action, body)
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.errors[0].field").value(field));
    }

    private ResultActions send(String token, String action, String body) throws Exception {
        return mvc.perform(post("/api/tracking/{token}/{action}", token, action)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }
}
