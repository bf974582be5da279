package io.careloop.support;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.test.mock.MockExpressionManager;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageInMemProcessEngineConfiguration;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.camunda.spin.plugin.impl.SpinProcessEnginePlugin;

/**
 * An in-memory engine for the paths of one diagram: no Spring, no job executor, delegates come from {@code Mocks}. The
 * tests of a class together have to pass each node and each flow of the diagram, else the class fails.
 */
public final class PlainEngine {

    /** @param others keys of helper diagrams whose coverage does not count */
    public static ProcessEngineCoverageExtension coveringAllBut(String... others) {
        var configuration = new ProcessCoverageInMemProcessEngineConfiguration();
        configuration.setJdbcUrl("jdbc:h2:mem:plain-" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
        configuration.setProcessEngineName("plain-" + System.nanoTime());
        configuration.setExpressionManager(new MockExpressionManager());
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setHistory(HistoryLevel.HISTORY_LEVEL_FULL.getName());
        configuration.setProcessEnginePlugins(
                new ArrayList<ProcessEnginePlugin>(List.of(new SpinProcessEnginePlugin())));
        return ProcessEngineCoverageExtension.builder(configuration)
                .excludeProcessDefinitionKeys(others)
                .assertClassCoverageAtLeast(1.0)
                .build();
    }

    private PlainEngine() {}
}
