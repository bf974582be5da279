package io.careloop.engine.sandbox;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.BpmnStackTrace;
import org.camunda.bpm.engine.impl.interceptor.CommandInvocationContext;

/** Lets a case get stuck without a word in the application's log: that is a result here, and no error. */
class QuietInvocation extends CommandInvocationContext {

    QuietInvocation(ProcessEngineConfigurationImpl configuration) {
        super(null, configuration, false);
        bpmnStackTrace = new BpmnStackTrace() {
            @Override
            public void printStackTrace(boolean verbose) {
                perfromedInvocations.clear();
            }
        };
    }
}
