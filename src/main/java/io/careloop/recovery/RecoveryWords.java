package io.careloop.recovery;

import io.careloop.recovery.LedgerEntry.ByHand;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Names of what happened and of what is given, in the reader's language. A code of an owner's own stands for itself. */
@Component
public class RecoveryWords {

    private final MessageSource messages;

    RecoveryWords(MessageSource messages) {
        this.messages = messages;
    }

    /** For the staff. */
    public String happening(String code, Locale locale) {
        return messages.getMessage("recovery.happening." + code, null, code, locale);
    }

    /** What exactly it was; "" if there is nothing to add. */
    public String detail(Contribution contribution, Locale locale) {
        String detail = contribution.detail();
        return detail == null ? "" : messages.getMessage("recovery.detail." + detail, null, detail, locale);
    }

    /** As we say it to the customer, one sentence a line. */
    public String toCustomer(List<String> happenings, Locale locale) {
        String general = messages.getMessage("recovery.wrong", null, locale);
        return happenings.stream()
                .map(code -> messages.getMessage("recovery.wrong." + code, null, general, locale))
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    public String kind(CompensationKind kind, Locale locale) {
        return messages.getMessage("recovery.kind." + kind.code(), null, locale);
    }

    public String state(LedgerEntry entry, Locale locale) {
        return messages.getMessage("recovery.state." + entry.state(), null, locale);
    }

    public String byHand(ByHand why, Locale locale) {
        return why == null ? "" : messages.getMessage("recovery.by-hand." + why, null, locale);
    }

    /** What the customer gets; an amount of zero is not said. */
    public String given(LedgerEntry entry, Locale locale) {
        String kind = kind(entry.kind(), locale);
        boolean isSaid = entry.kind().isPayable() && !entry.money().isZero();
        return isSaid ? kind + ": " + entry.money() : kind;
    }

    public String usual(SimilarCases.Usual usual, Locale locale) {
        return messages.getMessage(
                "recovery.usual",
                new Object[] {kind(usual.kind(), locale), usual.middle(), usual.least(), usual.most(), usual.times()},
                locale);
    }
}
