package io.careloop.modeling.replay;

import io.careloop.deadline.LevelsAsked;
import io.careloop.deadline.ServiceLevel;
import io.careloop.insight.RecordedDecisions;
import io.careloop.insight.RecordedDecisions.Recorded;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The limits that a changed table of service levels gives in place of those that were recorded. */
class LimitsOfTable implements LevelsAsked {

    static final String TABLE = "deadline-service-level";

    private static final String CATEGORY = "category";

    private final RecordedDecisions recorded;
    private final DecisionComparison comparison;

    LimitsOfTable(RecordedDecisions recorded, DecisionComparison comparison) {
        this.recorded = recorded;
        this.comparison = comparison;
    }

    @Override
    public Map<String, List<Asked>> of(Collection<String> references) {
        return recorded.of(TABLE, references).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        asked -> asked.getValue().stream().map(this::asked).toList()));
    }

    private Asked asked(Recorded one) {
        ServiceLevel was = one.outputs().isEmpty() ? null : level(one.outputs().get(0));
        ServiceLevel would = comparison
                .answerTo(one)
                .filter(answer -> answer.hits().size() == 1)
                .map(answer -> level(answer.hits().get(0)))
                .orElse(null);
        return new Asked(one.at(), comparison.knownOf(one, CATEGORY), was, would);
    }

    /** Null if it says too little. */
    private static ServiceLevel level(Map<String, Object> outputs) {
        try {
            return ServiceLevel.of(outputs);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
