package io.careloop.local;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Where mail goes to the local mail server, since no other is configured. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(ConditionalOnLocalMail.LocalMail.class)
@interface ConditionalOnLocalMail {

    class LocalMail implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return matches(context.getEnvironment());
        }

        static boolean matches(Environment environment) {
            return ((ConfigurableEnvironment) environment)
                    .getPropertySources().stream()
                            // this one wraps all the others
                            .filter(source -> !source.getName().equals("configurationProperties"))
                            .filter(source -> source.containsProperty("spring.mail.host"))
                            .findFirst()
                            .filter(source -> source.getName().equals(LocalMailDefaults.SOURCE))
                            .isPresent();
        }
    }
}
