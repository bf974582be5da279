package io.careloop.recovery;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In what a failure is made good. Tables and forms name it by its code, the name in lower case with hyphens. */
public enum CompensationKind {
    /** Money for money. */
    REFUND(true),
    /** What sending it back or forth costs the customer. */
    COURIER_COST(true),
    /** Attention for neglect. */
    VOUCHER(true),
    /** Attention for neglect, in points; the amount is what they are worth. */
    POINTS(true),
    /** Another one for a flawed product; the amount is what it costs us. */
    EXCHANGE(false),
    /** The service once more; the amount is what it costs us. */
    REDO(false);

    private final boolean payable;

    CompensationKind(boolean payable) {
        this.payable = payable;
    }

    /** Whether a payment service can give it; else a person does. */
    public boolean isPayable() {
        return payable;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<CompensationKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
