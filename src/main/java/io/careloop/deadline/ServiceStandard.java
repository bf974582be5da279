package io.careloop.deadline;

import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseReference;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What we promise: the limits of the rules that a case is under, and those of the decision table where they say nothing. */
@Component
public class ServiceStandard {

    private final ServiceLevels levels;
    private final CasePolicies policies;

    ServiceStandard(ServiceLevels levels, CasePolicies policies) {
        this.levels = levels;
        this.policies = policies;
    }

    /** What a case is promised that is registered now. */
    public ServiceLevel ofNewCases(String category, String priority) {
        return under(policies.ofNewCases(), category, priority);
    }

    /** Categories for which the rules for new cases have limits of their own. */
    public Set<String> categoriesOfNewCases() {
        return policies.ofNewCases().categories();
    }

    /** What the rules for new cases are called; empty for our own. */
    public Optional<String> nameForNewCases(Locale locale) {
        return policies.ofNewCases().name(locale);
    }

    /** What the case is promised with the category and priority that it has now. */
    ServiceLevel of(CaseFile file) {
        return under(policies.of(file.reference()), file.category(), file.priority());
    }

    ServiceLevel under(CasePolicy policy, String category, String priority) {
        return levels.decide(category, priority).with(kind -> policy.limit(kind, category));
    }

    /** The rules of a case that starts. */
    CasePolicy begin(CaseReference reference) {
        return policies.begin(reference);
    }
}
