package io.careloop.identity;

import io.careloop.engine.SystemCalls;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** Reads the engine's identity service: colleagues know one another's names, whatever they may see there. */
@Component
class EngineStaff implements Staff {

    /** What a deputy does for somebody: their work and their approvals, not the care of the system. */
    private static final Set<String> DELEGATED =
            Stream.concat(Groups.WORKING.stream(), Stream.of(Groups.MANAGERS)).collect(Collectors.toUnmodifiableSet());

    private final IdentityService identity;
    private final SystemCalls system;
    private final AbsenceStore absences;
    private final BusinessDay days;
    private final Clock clock;

    EngineStaff(IdentityService identity, SystemCalls system, AbsenceStore absences, BusinessDay days, Clock clock) {
        this.identity = identity;
        this.system = system;
        this.absences = absences;
        this.days = days;
        this.clock = clock;
    }

    @Override
    public Optional<StaffMember> find(String userId) {
        return Optional.ofNullable(system.ask(
                        () -> identity.createUserQuery().userId(userId).singleResult()))
                .map(EngineStaff::member);
    }

    @Override
    public List<StaffMember> membersOf(String group) {
        return system.ask(() -> identity.createUserQuery().memberOfGroup(group).list()).stream()
                .map(EngineStaff::member)
                .toList();
    }

    @Override
    public Set<String> groupsOf(String userId) {
        Stream<String> own = membershipsOf(userId);
        Stream<String> ofAbsent = absences.on(days.at(clock.instant())).representedBy(userId).stream()
                .flatMap(this::membershipsOf)
                .filter(DELEGATED::contains);
        return Stream.concat(own, ofAbsent).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<StaffMember> colleagues() {
        return Groups.ALL.stream()
                .flatMap(group -> membersOf(group).stream())
                .distinct()
                .sorted(Comparator.comparing(StaffMember::name))
                .toList();
    }

    private Stream<String> membershipsOf(String userId) {
        return system.ask(() -> identity.createGroupQuery().groupMember(userId).list()).stream()
                .map(Group::getId);
    }

    private static StaffMember member(User user) {
        String name = "%s %s".formatted(orEmpty(user.getFirstName()), orEmpty(user.getLastName()));
        return new StaffMember(user.getId(), name.isBlank() ? user.getId() : name.strip(), user.getEmail());
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
