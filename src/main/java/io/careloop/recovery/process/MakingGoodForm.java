package io.careloop.recovery.process;

import io.careloop.cases.CaseReference;
import io.careloop.engine.ActingUser;
import io.careloop.engine.FormInput;
import io.careloop.engine.Refusals;
import io.careloop.recovery.CompensationKind;
import io.careloop.recovery.Money;
import io.careloop.recovery.Proposal;
import io.careloop.recovery.Recoveries;
import io.careloop.recovery.Recovery;
import java.math.BigDecimal;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads the compensation off the form of {@code Activity_MakeGood}. */
@Component
class MakingGoodForm {

    private static final String NONE = "none";

    private final Recoveries recoveries;
    private final ActingUser actingUser;
    private final Refusals refusals;

    MakingGoodForm(Recoveries recoveries, ActingUser actingUser, Refusals refusals) {
        this.recoveries = recoveries;
        this.actingUser = actingUser;
        this.refusals = refusals;
    }

    /**
     * @param key tells this submission from others of the case
     * @return empty if there is to be none
     */
    Optional<Proposal> read(CaseReference reference, FormInput input, String key) {
        String kind = input.text("kindText");
        String amount = input.text("amountText");
        String reason = input.text("reasonText");
        String stakeReason = input.text("stakeReasonText");
        if (NONE.equals(kind)) {
            return Optional.empty();
        }
        return Optional.of(new Proposal(
                "recovery/" + key,
                reference,
                recoveries.openOf(reference).map(Recovery::id).orElseThrow(),
                CompensationKind.of(kind).orElseThrow(() -> refusals.because("compensation-kind-needed")),
                amountOf(amount),
                reason,
                stakeReason,
                actingUser.id()));
    }

    private BigDecimal amountOf(String typed) {
        return Money.typed(typed == null ? "0" : typed)
                .orElseThrow(() -> refusals.because("compensation-amount-invalid"));
    }
}
