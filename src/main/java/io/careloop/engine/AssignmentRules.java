package io.careloop.engine;

import io.careloop.engine.AssignmentRule.Assignment;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks all {@link AssignmentRule}s. */
@Component
class AssignmentRules {

    private final ObjectProvider<AssignmentRule> rules;
    private final Refusals refusals;

    AssignmentRules(ObjectProvider<AssignmentRule> rules, Refusals refusals) {
        this.rules = rules;
        this.refusals = refusals;
    }

    /** @param user null lets the task go, which no rule forbids */
    void check(GuardedTask task, String user) {
        if (user == null) {
            return;
        }
        refusalOf(new Assignment(task.id(), task.key(), task.businessKey(), user))
                .ifPresent(code -> {
                    throw refusals.forbidden(code, user);
                });
    }

    Optional<String> refusalOf(Assignment assignment) {
        return rules.orderedStream()
                .map(rule -> rule.refusalOf(assignment))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
