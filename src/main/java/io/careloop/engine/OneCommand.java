package io.careloop.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/**
 * Makes many calls of the engine one command of it: what they change is written together when it ends, in few round trips.
 * Queries in between do not see it yet.
 */
@Component
public class OneCommand {

    private final ProcessEngineConfigurationImpl engine;

    OneCommand(ProcessEngine engine) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    public void run(Runnable calls) {
        ask(() -> {
            calls.run();
            return null;
        });
    }

    public <T> T ask(Supplier<T> calls) {
        return engine.getCommandExecutorTxRequired().execute(context -> calls.get());
    }
}
