package io.careloop.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What the engine is set to beyond {@code application.yaml}: see the reasons beside each line. */
@Configuration
class EngineConfiguration {

    @Bean
    MovableClock clock() {
        return new MovableClock();
    }

    @Bean
    @Order(100)
    ProcessEnginePlugin engineSettings(
            List<BpmnParseListener> parseListeners,
            ObjectProvider<CheckingDeployer> checks,
            ObjectProvider<RunningModels> running,
            ObjectProvider<VersionChoice> versionChoice,
            ObjectProvider<HistoryListener> historyListeners) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.setCustomHistoryLevels(new ArrayList<>(List.of(new CareloopHistoryLevel())));
                engine.setCustomPostBPMNParseListeners(new ArrayList<>(parseListeners));
                engine.setEnableDefaultDbHistoryEventHandler(false);
                engine.setCustomPreDeployers(new ArrayList<>(checks.stream().toList()));
                engine.setDeploymentHandlerFactory(built -> new RepeatedDeployments(built, running));
                engine.setCustomPostDeployers(new ArrayList<>(List.of(new ReadAgain())));
                engine.setBpmnParseFactory(parser -> new ChoosingParse(
                        parser, start -> versionChoice.stream().findFirst().flatMap(choice -> choice.choose(start))));
                engine.setCustomHistoryEventHandlers(new ArrayList<>(List.of(
                        new TypedWordsStayOut(),
                        new HistoryOfVariables(),
                        new HistoryFeed(heard -> historyListeners.forEach(
                                listener -> listener.heard(heard.businessKey(), heard.fact()))))));
            }
        };
    }
}
