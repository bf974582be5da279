package io.careloop.deadline.process;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Stands in until the real ones do. */
@Configuration
class StubDeadlineDelegates {

    @Bean
    JavaDelegate noteDeadlineDelegate() {
        return execution -> execution.setVariable("deadlineState", "stopped");
    }
}
