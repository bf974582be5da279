package io.careloop.recovery.process;

import io.careloop.engine.DecisionTables;
import io.careloop.recovery.Authorities;
import io.careloop.recovery.Authority;
import io.careloop.recovery.Authority.Limit;
import io.careloop.recovery.CompensationKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks the decision table {@code processes/recovery/recovery-authority.dmn}, in the version that runs now. */
@Component
class AuthorityDecision implements Authorities {

    private static final String KEY = "recovery-authority";

    private final DecisionTables decisions;

    AuthorityDecision(DecisionTables decisions) {
        this.decisions = decisions;
    }

    @Override
    public Authority over(CompensationKind kind) {
        List<Limit> limits = decisions.ask(KEY, Map.of("kind", kind.code())).getResultList().stream()
                .map(AuthorityDecision::limit)
                .toList();
        return new Authority(limits);
    }

    /** A table that says nothing readable gives nobody any authority: that row is an error, not a limit. */
    private static Limit limit(Map<String, Object> row) {
        if (row.get("group") == null || row.get("upTo") == null) {
            throw new IllegalStateException(KEY + " has a row without group or amount");
        }
        BigDecimal upTo = new BigDecimal(row.get("upTo").toString()).setScale(2, RoundingMode.DOWN);
        return new Limit(row.get("group").toString(), upTo);
    }
}
