package io.careloop.local;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints a {@link LocalStartException} as two sentences in place of a stack trace. Registered in {@code META-INF/spring.factories}. */
class LocalStartFailureAnalyzer extends AbstractFailureAnalyzer<LocalStartException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, LocalStartException cause) {
        return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
    }
}
