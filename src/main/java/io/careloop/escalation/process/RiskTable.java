package io.careloop.escalation.process;

import io.careloop.engine.DecisionTables;
import io.careloop.escalation.ComplaintFacts;
import io.careloop.escalation.Escalation;
import io.careloop.escalation.Risks;
import io.careloop.escalation.process.EscalationModel.Input;
import io.careloop.escalation.process.EscalationModel.Table;
import io.careloop.escalation.process.EscalationModel.Variable;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Asks {@code processes/escalation/escalation-risk.dmn}, in the version that runs now. */
@Component
class RiskTable implements Risks {

    private final DecisionTables decisions;

    RiskTable(DecisionTables decisions) {
        this.decisions = decisions;
    }

    @Override
    public String of(ComplaintFacts facts) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put(Input.TEXT, facts.text());
        inputs.put(Input.CHANNEL, facts.channel().name());
        inputs.put(Input.CATEGORY, facts.category());
        var row = decisions.ask(Table.RISK, inputs).getSingleResult();
        return row == null ? Escalation.NO_RISK : Objects.toString(row.get(Variable.RISK), Escalation.NO_RISK);
    }
}
