package io.careloop.escalation.process;

import io.careloop.engine.DecisionTables;
import io.careloop.escalation.Tiers;
import io.careloop.escalation.process.EscalationModel.Input;
import io.careloop.escalation.process.EscalationModel.Output;
import io.careloop.escalation.process.EscalationModel.Table;
import io.careloop.escalation.process.EscalationModel.Variable;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks {@code processes/escalation/escalation-tiers.dmn}, in the version that runs now. */
@Component
class TierTable implements Tiers {

    private final DecisionTables decisions;

    TierTable(DecisionTables decisions) {
        this.decisions = decisions;
    }

    @Override
    public Optional<Tier> find(int wanted, String risk, int answeredBefore) {
        Map<String, Object> row = decisions
                .ask(
                        Table.TIERS,
                        Map.of(Input.WANTED_TIER, wanted, Variable.RISK, risk, Input.ANSWERED_BEFORE, answeredBefore))
                .getSingleResult();
        return Optional.ofNullable(row)
                .map(found -> new Tier(
                        number(found.get(Output.TIER)),
                        (String) found.get(Variable.TEAM),
                        Duration.parse((String) found.get(Output.LIMIT)),
                        number(found.get(Output.NEXT_TIER))));
    }

    private static int number(Object value) {
        return value == null ? 0 : ((Number) value).intValue();
    }
}
