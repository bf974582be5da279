package io.careloop.cases;

import io.careloop.engine.AssignmentRule;
import io.careloop.engine.Restrictions;
import io.careloop.identity.Groups;
import io.careloop.identity.Staff;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells the engine who may work on a restricted case: its group, approvers and managers. */
@Component
class RestrictedCases implements Restrictions, AssignmentRule {

    /** Those who see the tasks and instances of all other cases. */
    private static final Set<String> SEE_ALL_TASKS = Set.of(Groups.COORDINATORS, Groups.AUDITORS, Groups.OWNERS);

    private final CaseMemory cases;
    private final Staff staff;
    private final CasesProperties properties;

    RestrictedCases(CaseMemory cases, Staff staff, CasesProperties properties) {
        this.cases = cases;
        this.staff = staff;
        this.properties = properties;
    }

    @Override
    public Optional<Circle> circleOf(String businessKey) {
        return CaseReference.parse(businessKey).flatMap(this::groupOf).map(CircleOfGroup::new);
    }

    @Override
    public Optional<String> refusalOf(Assignment assignment) {
        return circleOf(assignment.businessKey())
                .filter(circle -> !circle.admitsUser(assignment.user()))
                .map(circle -> "assignment.restricted");
    }

    private Optional<String> groupOf(CaseReference reference) {
        return cases.find(reference).map(CaseFile::restrictedTo);
    }

    private class CircleOfGroup implements Circle {

        private final String group;
        private final Set<String> admitted;

        CircleOfGroup(String group) {
            this.group = group;
            this.admitted = Stream.concat(Stream.of(group, Groups.MANAGERS), properties.approvingGroups().stream())
                    .collect(Collectors.toUnmodifiableSet());
        }

        @Override
        public String group() {
            return group;
        }

        @Override
        public boolean admits(String candidates) {
            return admitted.contains(candidates);
        }

        @Override
        public boolean admitsUser(String user) {
            return !Collections.disjoint(admitted, staff.groupsOf(user));
        }

        @Override
        public Set<String> excluded() {
            Set<String> excluded = new HashSet<>(SEE_ALL_TASKS);
            excluded.removeAll(admitted);
            return excluded;
        }
    }
}
