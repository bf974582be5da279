package io.careloop.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.careloop.cases.CaseReference;
import io.careloop.cases.CaseStatus;
import io.careloop.cases.Channel;
import io.careloop.cases.Conversation;
import io.careloop.cases.Stage;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.cases.TrackingTokens;
import io.careloop.engine.MovableClock;
import io.careloop.resolution.ServiceRequests;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import java.time.Duration;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@CareloopTest
class TrackingPageTests {

    private static final String PARCEL = "My parcel has not arrived";

    @Autowired
    MockMvc mvc;

    @Autowired
    CaseWalk walk;

    @Autowired
    TrackingTokens tokens;

    @Autowired
    Timeline timeline;

    @Autowired
    Conversation conversation;

    @Autowired
    ServiceRequests requests;

    @Autowired
    MovableClock clock;

    @Test
    void aFreshCaseSaysWhereItStandsAndThatWeAreWaitedFor() throws Exception {
        page(link(walk.registered("fresh@example.org", PARCEL)))
                .andExpect(content().string(containsString("We are working on it")))
                .andExpect(content().string(containsString("aria-current=\"step\"")))
                .andExpect(content().string(containsString("<dd>us</dd>")))
                // on a weekend the solution is due before the first answer
                .andExpect(content().string(containsStringOneOf("First answer by", "Solution by")))
                .andExpect(content().string(containsString("(GMT+8)")));
    }

    private static Matcher<String> containsStringOneOf(String one, String other) {
        return anyOf(containsString(one), containsString(other));
    }

    @Test
    void aNoteOfTheStaffIsNeverShown() throws Exception {
        CaseReference reference = walk.registered("notes@example.org", PARCEL);
        timeline.note(reference, Kind.NOTE, "agent", "Careful, difficult customer");

        page(link(reference)).andExpect(content().string(not(containsString("difficult"))));
    }

    @Test
    void aProposedSolutionIsAcceptedWithOneButton() throws Exception {
        CaseReference reference = walk.proposed("accept@example.org", PARCEL);
        String link = link(reference);
        page(link)
                .andExpect(content().string(containsString("We send a new one by courier")))
                .andExpect(content().string(containsString("<dd>your answer</dd>")));

        send(post(link + "/answer").param("question", "solution-1").param("answer", "yes"))
                .andExpect(redirectedUrl(link + "?notice=answer-kept"));

        assertThat(walk.file(reference).stage()).isEqualTo(Stage.IMPLEMENTATION);
        page(link + "?notice=answer-kept").andExpect(content().string(containsString("your answer has arrived")));
    }

    @Test
    void aNoNeedsAReasonAndTheReasonReachesTheStaff() throws Exception {
        CaseReference reference = walk.proposed("refuse.page@example.org", PARCEL);
        String link = link(reference);

        send(post(link + "/answer").param("question", "solution-1").param("answer", "no"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("<details open=\"open\">")));
        send(post(link + "/answer")
                        .param("question", "solution-1")
                        .param("answer", "no")
                        .param("reason", "My money back"))
                .andExpect(status().is3xxRedirection());

        walk.task(reference, "Activity_ProposeSolution");
        assertThat(timeline.of(reference))
                .extracting(TimelineEntry::text)
                .anyMatch(text -> text.contains("My money back"));
    }

    @Test
    void anAnswerThatComesTwiceChangesNothingAndIsMetWithAFriendlySentence() throws Exception {
        CaseReference reference = walk.proposed("again@example.org", PARCEL);
        String link = link(reference);
        MockHttpServletRequestBuilder yes =
                post(link + "/answer").param("question", "solution-1").param("answer", "yes");
        send(yes);
        walk.implement(reference);

        // by now another question waits, which this answer does not mean
        send(yes).andExpect(status().isConflict()).andExpect(content().string(containsString("answered already")));

        assertThat(requests.openQuestion(reference)).isPresent();
    }

    @Test
    void followingALinkChangesNothing() throws Exception {
        CaseReference reference = walk.proposed("scanner@example.org", PARCEL);
        String link = link(reference);
        int before = timeline.of(reference).size();

        page(link);
        page(link + "/withdrawal");
        for (String action : new String[] {"answer", "feedback", "messages", "reopening", "escalation"}) {
            mvc.perform(get(link + "/" + action + "?answer=yes")).andExpect(status().isMethodNotAllowed());
        }

        assertThat(timeline.of(reference)).hasSize(before);
        assertThat(requests.openQuestion(reference)).isPresent();
    }

    @Test
    void aMessageSentTwiceIsKeptOnceAndAnotherOneUnderTheSameKeyToo() throws Exception {
        CaseReference reference = walk.analysed("message@example.org", PARCEL);
        String link = link(reference);
        for (String text : new String[] {"Any news?", "Any news?", "I forgot something"}) {
            send(post(link + "/messages").param("key", "k1").param("text", text))
                    .andExpect(redirectedUrl(link + "?notice=message-kept"));
        }

        assertThat(conversation.of(reference).stream().filter(message -> message.channel() == Channel.PORTAL))
                .extracting("text")
                .containsExactly("Any news?", "I forgot something");
    }

    @Test
    void anEmptyMessageIsSaidBesideItsField() throws Exception {
        String link = link(walk.registered("empty.page@example.org", PARCEL));

        send(post(link + "/messages").param("text", " \u0000 "))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Please write something first.")))
                .andExpect(content().string(containsString("href=\"" + link + "?lang=zh-TW\"")));
    }

    @Test
    void aRequestIsTakenBackAfterASecondLook() throws Exception {
        CaseReference reference = walk.proposed("back.page@example.org", PARCEL);
        String link = link(reference);
        page(link + "/withdrawal").andExpect(content().string(containsString(reference.value())));

        send(post(link + "/withdrawal")).andExpect(redirectedUrl(link + "?notice=withdrawn"));

        assertThat(walk.file(reference).status()).isEqualTo(CaseStatus.WITHDRAWN);
        page(link).andExpect(content().string(containsString("Taken back")));
        send(post(link + "/withdrawal")).andExpect(status().isConflict());
    }

    @Test
    void oneTapSaysOneWord() throws Exception {
        CaseReference reference = walk.resolved("word@example.org", PARCEL);
        String link = link(reference);
        page(link).andExpect(content().string(containsString("value=\"caring\"")));

        send(post(link + "/feedback").param("word", "caring")).andExpect(status().is3xxRedirection());
        send(post(link + "/feedback").param("word", "tedious").param("score", "11"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("from 0 to 10")));
        send(post(link + "/feedback").param("word", "rubbish")).andExpect(status().isBadRequest());

        assertThat(timeline.of(reference).stream().filter(entry -> entry.kind() == Kind.FEEDBACK_GIVEN))
                .singleElement()
                .extracting(TimelineEntry::text)
                .isEqualTo("caring");
        mvc.perform(get(link).header("Accept-Language", "zh-CN"))
                .andExpect(content().string(containsString("贴心</p>")));
    }

    @Test
    void aClosedCaseIsTakenUpAgainWithAReason() throws Exception {
        CaseReference reference = walk.closed("reopen.page@example.org", PARCEL);
        String link = link(reference);

        send(post(link + "/reopening")).andExpect(status().isBadRequest());
        send(post(link + "/reopening").param("reason", "Broken again"))
                .andExpect(redirectedUrl(link + "?notice=reopened"));

        assertThat(walk.file(reference).status()).isEqualTo(CaseStatus.OPEN);
    }

    @Test
    void whatIsWrittenToAClosedCaseIsKeptInTheFormThatTakesItUpAgain() throws Exception {
        CaseReference reference = walk.closed("late.page@example.org", PARCEL);
        String link = link(reference);
        int before = timeline.of(reference).size();

        send(post(link + "/messages").param("text", "It broke again"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("take it up again instead")))
                .andExpect(content().string(containsString(">It broke again</textarea>")));
        send(post(link + "/escalation").param("reason", "Nobody called back"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString(">Nobody called back</textarea>")));

        assertThat(timeline.of(reference)).hasSize(before);
    }

    @Test
    void longAfterwardsAnotherCaseGoesOnAndItsLinkIsShown() throws Exception {
        CaseReference reference = walk.closed("linked.page@example.org", PARCEL);
        String link = link(reference);
        clock.advance(Duration.ofDays(40));

        String next = send(post(link + "/reopening").param("reason", "Broken again"))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();

        assertThat(next).doesNotStartWith(link).endsWith("?notice=linked");
        page(next).andExpect(content().string(containsString("opened a new one")));
    }

    @Test
    void somebodyElseShallLookAtIt() throws Exception {
        CaseReference reference = walk.analysed("escalate.page@example.org", PARCEL);
        String link = link(reference);

        send(post(link + "/escalation").param("reason", "Nobody calls back"))
                .andExpect(redirectedUrl(link + "?notice=escalation-kept"));

        assertThat(conversation.of(reference))
                .last()
                .satisfies(message -> assertThat(message.text()).isEqualTo("Nobody calls back"));
        page(link).andExpect(content().string(containsString("Somebody else is reviewing your complaint")));
    }

    @Test
    void aLinkThatOpensNothingSaysWhatToDo() throws Exception {
        for (String token : new String[] {"x".repeat(22), "short", "C-2026-000001"}) {
            mvc.perform(get("/track/{token}", token).with(request -> {
                        request.setRemoteAddr("198.51.100.7");
                        return request;
                    }))
                    .andExpect(status().isNotFound())
                    .andExpect(content().string(containsString("This link opens nothing")));
        }
    }

    @Test
    void anotherSiteCannotAnswerForTheCustomer() throws Exception {
        String link = link(walk.proposed("forged@example.org", PARCEL));

        mvc.perform(post(link + "/answer").param("answer", "yes")).andExpect(status().isForbidden());
    }

    private String link(CaseReference reference) {
        return "/track/" + tokens.issue(reference);
    }

    private ResultActions page(String address) throws Exception {
        return mvc.perform(get(address)).andExpect(status().isOk());
    }

    private ResultActions send(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(csrf()));
    }
}
