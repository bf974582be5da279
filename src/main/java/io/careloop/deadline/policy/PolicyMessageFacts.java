package io.careloop.deadline.policy;

import io.careloop.cases.CaseFile;
import io.careloop.deadline.policy.PolicyPack.OutsideRemedy;
import io.careloop.notification.MessageFacts;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What messages say of the pack under which a case started: where else the customer can turn. */
@Component
class PolicyMessageFacts implements MessageFacts {

    private static final String REMEDY = "outsideRemedy";
    private static final String REACH = "outsideRemedyReach";
    private static final Set<String> OWN = Set.of(REMEDY, REACH);

    private final PolicyPacks packs;

    PolicyMessageFacts(PolicyPacks packs) {
        this.packs = packs;
    }

    @Override
    public Map<String, Object> factsFor(CaseFile file, Locale locale, Set<String> wanted) {
        if (Collections.disjoint(wanted, OWN)) {
            return Map.of();
        }
        Optional<OutsideRemedy> remedy = packs.of(file.reference()).remedy();
        Map<String, Object> facts = new HashMap<>();
        remedy.ifPresent(outside -> facts.put(REMEDY, outside.name().in(locale)));
        remedy.map(OutsideRemedy::reach).ifPresent(reach -> facts.put(REACH, reach.in(locale)));
        return facts;
    }
}
