package io.careloop.identity;

import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who has signed in to the request at hand. */
record SignedIn(String user, List<String> groups) {

    static Optional<SignedIn> current() {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }

    static Optional<SignedIn> of(Authentication authentication) {
        if (authentication == null
                || !authentication.isAuthenticated()
                || authentication instanceof AnonymousAuthenticationToken) {
            return Optional.empty();
        }
        List<String> groups = authentication.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .flatMap(Groups::ofAuthority)
                .toList();
        return Optional.of(new SignedIn(authentication.getName(), groups));
    }

    /** One enters one's own absences; managers and administrators enter those of all. */
    boolean mayEnterAbsenceOf(String absent) {
        return user.equals(absent) || mayEnterAbsences();
    }

    boolean mayEnterAbsences() {
        return isIn(Groups.MANAGERS) || isIn(Groups.ADMINISTRATORS);
    }

    boolean isIn(String group) {
        return groups.contains(group);
    }
}
