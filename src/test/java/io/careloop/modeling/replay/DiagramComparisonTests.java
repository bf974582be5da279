package io.careloop.modeling.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramInput;
import io.careloop.engine.DiagramNames;
import io.careloop.engine.HistoryFact;
import io.careloop.engine.HistoryFact.InstanceEnded;
import io.careloop.engine.HistoryFact.InstanceMoved;
import io.careloop.engine.HistoryFact.NodeEntered;
import io.careloop.engine.HistoryFact.NodeLeft;
import io.careloop.engine.HistoryFact.VariableSet;
import io.careloop.engine.sandbox.Sandbox;
import io.careloop.insight.DeployedModels;
import io.careloop.insight.RecordedWays.Fact;
import io.careloop.insight.RecordedWays.RecordedWay;
import io.careloop.modeling.replay.Answer.Difference;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.builder.StartEventBuilder;
import org.camunda.bpm.model.bpmn.builder.UserTaskBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/**
 * One case that was asked at nine, was answered "yes" at eleven, and was told at once: what becomes of it in diagrams that
 * are drawn otherwise.
 */
class DiagramComparisonTests {

    private static final Sandbox SANDBOX = new Sandbox(new DiagramNames(Set.of(), Set.of("now"), Set.of()));
    private static final Instant NINE = Instant.parse("2029-09-03T09:00:00Z");
    private static final Instant ELEVEN = Instant.parse("2029-09-03T11:00:00Z");
    private static final String INSTANCE = "instance";

    private final List<Fact> facts = new ArrayList<>();

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void theDiagramOfThenTakesTheCaseTheSameWay() throws Exception {
        Line line = played(asked().userTask("Activity_Answer"));

        assertThat(line.outcome()).isEqualTo(Outcome.SAME);
        assertThat(line.reference()).isEqualTo("C-2029-000001");
        assertThat(line.isListed()).isFalse();
    }

    @Test
    void aNewTaskThatNobodyDependsOnIsANewStepAndNoReasonToBeStuck() throws Exception {
        Line line = played(
                asked().userTask("Activity_Answer").userTask("Activity_Look").name("Look at it"));

        assertThat(line.outcome()).isEqualTo(Outcome.MOVED);
        assertThat(line.differences()).contains(new Difference("step Look at it", "", "new"));
    }

    @Test
    void aGatewayThatAsksForWhatNobodyEnteredStopsTheCase() throws Exception {
        String diagram = told(asked().userTask("Activity_Answer"))
                .replace("${answer == 'yes'}", "${answer == 'yes' and approved}");

        Line line = played(diagram);

        assertThat(line.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(line.what()).isEqualTo("Yes?");
        assertThat(line.after()).isEqualTo("no-variable approved");
    }

    @Test
    void anExpressionCallsNothingHereEither() throws Exception {
        String diagram = told(asked().userTask("Activity_Answer"))
                .replace("${answer == 'yes'}", "${answer.getClass().getName() == 'java.lang.String'}");

        Line line = played(diagram);

        assertThat(line.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(line.after()).contains("may not call \"getClass\"");
    }

    @Test
    void aConditionThatIsTurnedRoundLeadsElsewhere() throws Exception {
        Line line =
                played(told(asked().userTask("Activity_Answer")).replace("${answer == 'yes'}", "${answer == 'no'}"));

        assertThat(line.differences()).contains(new Difference("path Yes?", "Tell customer", "Nothing to tell"));
        // which leads past a mandatory message, and that is the graver
        assertThat(line.outcome()).isEqualTo(Outcome.LOST);
    }

    @Test
    void aTimerThatIsNewFiresByTheTimeOfTheCase() throws Exception {
        Line early = played(timed("PT1H"));
        Line late = played(timed("PT3H"));

        assertThat(early.differences()).contains(new Difference("path Activity_Answer", "Yes?", "Nobody answered"));
        assertThat(late.outcome()).isEqualTo(Outcome.SAME);
    }

    @Test
    void aTaskThatComesOnceMoreThanInThePastIsWhereTheCaseIsStuck() throws Exception {
        Line line = played(told(asked().userTask("Activity_Answer"))
                .replace("targetRef=\"Event_NothingToTell\"", "targetRef=\"Activity_Answer\"")
                .replace("${answer == 'yes'}", "${answer == 'no'}"));

        assertThat(line.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(line.what()).isEqualTo("Activity_Answer");
        assertThat(line.after()).isEqualTo("task-again");
    }

    @Test
    void aMessageThatIsNoLongerSentIsLost() throws Exception {
        Line line = played(told(asked().userTask("Activity_Answer")).replace(">done<", ">almost-done<"));

        assertThat(line.outcome()).isEqualTo(Outcome.LOST);
        assertThat(line.what()).isEqualTo("done");
    }

    @Test
    void aRecordThatDoesNotLeadTheOldDiagramTheSameWayTellsNothing() throws Exception {
        recordAll("maybe");
        assertThat(compared(told(asked().userTask("Activity_Answer")) + "\n").after())
                .isEqualTo("not-reproduced");

        facts.clear();
        recordAll("yes");
        facts.add(new Fact(2, new InstanceMoved(INSTANCE, ELEVEN, "asked", 2, "asked:2")));
        assertThat(compared(told(asked().userTask("Activity_Answer")) + "\n").after())
                .isEqualTo("case-moved");
    }

    @Test
    void theRunningEnginesClockAndTheListOfEnginesAreLeftAlone() throws Exception {
        Date before = ClockUtil.getCurrentTime();
        int engines = ProcessEngines.getProcessEngines().size();

        played(timed("PT1H"));

        assertThat(ClockUtil.getCurrentTime()).isBetween(before, new Date(before.getTime() + 60_000));
        assertThat(ProcessEngines.getProcessEngines()).hasSize(engines);
        assertThat(ProcessEngines.getProcessEngines().keySet()).noneMatch(name -> name.startsWith("sandbox"));
    }

    private Line played(UserTaskBuilder task) throws Exception {
        return played(told(task));
    }

    private Line played(String changed) throws Exception {
        facts.clear();
        recordAll("yes");
        // other bytes than those of then, so that it is played
        return compared(changed + "\n");
    }

    private Line compared(String changed) throws Exception {
        DeployedModels models = mock();
        given(models.diagram("asked:1")).willReturn(Optional.of(told(asked().userTask("Activity_Answer"))));
        byte[] file = changed.getBytes(StandardCharsets.UTF_8);
        return new DiagramComparison(
                        SANDBOX,
                        models,
                        new DescribedCalls(new StaticListableBeanFactory(Map.of("tellDelegate", new TellsCustomer()))),
                        new ReplayRules(Set.of("done"), 5),
                        "asked",
                        DrawnDiagram.of(file, SANDBOX.read("asked", file)))
                .compare(new RecordedWay("C-2029-000001", false, INSTANCE, "asked:1", 1, NINE, List.copyOf(facts)));
    }

    private static StartEventBuilder asked() {
        return Bpmn.createExecutableProcess("asked")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent("Event_Asked");
    }

    private static String told(UserTaskBuilder task) {
        return Bpmn.convertToString(task.exclusiveGateway("Gateway_Yes")
                .name("Yes?")
                .condition("yes", "${answer == 'yes'}")
                .serviceTask("Activity_Tell")
                .name("Tell customer")
                .camundaDelegateExpression("${tellDelegate}")
                .camundaInputParameter("template", "done")
                .endEvent("Event_Told")
                .moveToLastGateway()
                .endEvent("Event_NothingToTell")
                .name("Nothing to tell")
                .done());
    }

    private static String timed(String within) {
        UserTaskBuilder task = asked().userTask("Activity_Answer");
        return told(task.boundaryEvent("Event_Silence")
                .name("Nobody answered")
                .timerWithDuration(within)
                .endEvent("Event_Over")
                .moveToActivity("Activity_Answer"));
    }

    private void recordAll(String answer) {
        record(1, new NodeEntered(INSTANCE, NINE, "v1", "Event_Asked", "startEvent", INSTANCE));
        record(1, new NodeLeft(INSTANCE, NINE, "v1", "Event_Asked", false));
        record(1, new NodeEntered(INSTANCE, NINE, "v2", "Activity_Answer", "userTask", INSTANCE));
        record(2, new VariableSet(INSTANCE, ELEVEN, "answer", answer, "v2"));
        record(2, new NodeLeft(INSTANCE, ELEVEN, "v2", "Activity_Answer", false));
        record(2, new NodeEntered(INSTANCE, ELEVEN, "v3", "Gateway_Yes", "exclusiveGateway", INSTANCE));
        record(2, new NodeLeft(INSTANCE, ELEVEN, "v3", "Gateway_Yes", false));
        record(2, new VariableSet(INSTANCE, ELEVEN, "template", "done", "v4"));
        record(2, new NodeEntered(INSTANCE, ELEVEN, "v4", "Activity_Tell", "serviceTask", INSTANCE));
        record(2, new NodeLeft(INSTANCE, ELEVEN, "v4", "Activity_Tell", false));
        record(2, new NodeEntered(INSTANCE, ELEVEN, "v5", "Event_Told", "noneEndEvent", INSTANCE));
        record(2, new NodeLeft(INSTANCE, ELEVEN, "v5", "Event_Told", false));
        record(2, new InstanceEnded(INSTANCE, ELEVEN, "COMPLETED", null));
    }

    private void record(long transaction, HistoryFact fact) {
        facts.add(new Fact(transaction, fact));
    }

    /** Not static, so that it is not taken for one of the calls of the product. */
    @DiagramCall(
            name = "Tell",
            description = "Tells the customer.",
            inputs =
                    @DiagramInput(
                            name = "template",
                            label = "Message",
                            description = "What the customer is told.",
                            kind = DiagramInput.Kind.CUSTOMER_TEMPLATE))
    private class TellsCustomer {}
}
