package io.careloop.identity;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who is away on one day, and who works in their place: a deputy who is away too hands on to theirs. */
class AbsentStaff {

    private final Map<String, Absence> byUser;

    /** @param absences of the day */
    AbsentStaff(Collection<Absence> absences) {
        byUser = absences.stream().collect(Collectors.toMap(Absence::user, Function.identity(), (one, other) -> one));
    }

    Optional<Absence> of(String user) {
        return Optional.ofNullable(byUser.get(user));
    }

    /** Empty for somebody who is present, and where the chain of deputies ends with nobody. */
    Optional<String> standInFor(String user) {
        Set<String> asked = new HashSet<>();
        String next = user;
        while (next != null && byUser.containsKey(next) && asked.add(next)) {
            next = byUser.get(next).deputy();
        }
        return next == null || byUser.containsKey(next) || next.equals(user) ? Optional.empty() : Optional.of(next);
    }

    /** Those in whose place the user works. */
    Set<String> representedBy(String user) {
        return byUser.keySet().stream()
                .filter(absent -> standInFor(absent).filter(user::equals).isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }
}
