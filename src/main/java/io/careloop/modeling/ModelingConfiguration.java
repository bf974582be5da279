package io.careloop.modeling;

import io.careloop.engine.DiagramNames;
import io.careloop.modeling.check.ModelChecks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ModelingConfiguration {

    @Bean
    ModelChecks modelChecks() {
        return new ModelChecks();
    }

    @Bean
    DiagramNames namesInExpressions(ModelChecks checks) {
        return checks.namesInExpressions();
    }
}
