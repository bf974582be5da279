package io.careloop.deadline.policy;

import io.careloop.cases.CaseReference;
import io.careloop.deadline.CasePolicies;
import io.careloop.deadline.CasePolicy;
import io.careloop.deadline.ClockKind;
import io.careloop.deadline.Limit;
import io.careloop.deadline.PauseRule;
import io.careloop.deadline.StartRule;
import io.careloop.deadline.policy.PolicyPack.CategoryLimit;
import io.careloop.deadline.policy.PolicyPack.CountedFrom;
import io.careloop.deadline.policy.PolicyPack.ExtensionStep;
import io.careloop.deadline.policy.PolicyPack.LimitedClock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The pack of a case, completed with the default one where something is not known. */
@Component
class PacksOfCases implements CasePolicies {

    private final PolicyPacks packs;

    PacksOfCases(PolicyPacks packs) {
        this.packs = packs;
    }

    @Override
    public CasePolicy begin(CaseReference reference) {
        return completed(packs.begin(reference));
    }

    @Override
    public CasePolicy of(CaseReference reference) {
        return completed(packs.of(reference));
    }

    @Override
    public CasePolicy ofNewCases() {
        return completed(packs.ruling());
    }

    @Override
    public Set<String> pauseReasons() {
        return packs.all().stream()
                .map(PolicyPack::pauses)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .map(PolicyPack.AllowedPause::reason)
                .collect(Collectors.toSet());
    }

    private CasePolicy completed(PolicyPack pack) {
        return new Completed(pack, pack.isComplete() ? pack : packs.standard());
    }

    /** @param standard on which the pack falls back */
    private record Completed(PolicyPack pack, PolicyPack standard) implements CasePolicy {

        @Override
        public Optional<String> name(Locale locale) {
            return pack.isDefault() ? Optional.empty() : Optional.of(pack.name().in(locale));
        }

        @Override
        public StartRule start() {
            return pack.start() == null ? standard.start() : pack.start();
        }

        @Override
        public Optional<String> calendar() {
            return Optional.ofNullable(pack.calendar());
        }

        @Override
        public Optional<Limit> limit(ClockKind kind, String category) {
            return switch (kind) {
                case FIRST_RESPONSE -> pack.limit(LimitedClock.FIRST_RESPONSE, category);
                case RESOLUTION -> pack.limit(LimitedClock.RESOLUTION, category);
                default -> Optional.empty();
            };
        }

        @Override
        public Set<String> categories() {
            return pack.limits().values().stream()
                    .flatMap(List::stream)
                    .map(CategoryLimit::category)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        /** What is not known to be allowed is not. */
        @Override
        public List<PauseRule> pauses() {
            return pack.pauses() == null
                    ? List.of()
                    : pack.pauses().stream()
                            .map(pause -> new PauseRule(pause.reason(), pause.by(), pause.maximum()))
                            .toList();
        }

        @Override
        public List<ExtensionRule> extensions(String category) {
            return pack.extensionFor(category).stream().map(this::completed).toList();
        }

        private ExtensionRule completed(ExtensionStep step) {
            ExtensionStep fallback =
                    standard.extension().get(standard.extension().size() - 1);
            ExtensionStep measured = step.maximum() == null ? fallback : step;
            return new ExtensionRule(
                    step.by() == null ? fallback.by() : step.by(),
                    measured.maximum(),
                    measured.from() == CountedFrom.START);
        }
    }
}
