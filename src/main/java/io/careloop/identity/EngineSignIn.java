package io.careloop.identity;

import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * Checks name and password with the engine, which slows down and finally locks whoever guesses. A member of a group has
 * the authority {@link Groups#authority}.
 */
@Component
class EngineSignIn implements AuthenticationProvider {

    /** What the engine lets a user id be; anything else never reaches the database. */
    private static final Pattern USER_ID = Pattern.compile("[\\p{Alnum}._@-]{1,64}");

    private final IdentityService identity;
    private final Staff staff;

    EngineSignIn(IdentityService identity, Staff staff) {
        this.identity = identity;
        this.staff = staff;
    }

    @Override
    public Authentication authenticate(Authentication presented) {
        String user = presented.getName();
        if (!USER_ID.matcher(user).matches() || !passwordFits(user, String.valueOf(presented.getCredentials()))) {
            throw new BadCredentialsException("Name or password is wrong.");
        }
        return signedIn(user);
    }

    /** The user with the groups of this moment; does not ask for a password. */
    Authentication signedIn(String user) {
        return UsernamePasswordAuthenticationToken.authenticated(user, null, authoritiesOf(user));
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    private boolean passwordFits(String user, String password) {
        try {
            return identity.checkPassword(user, password);
        } catch (org.camunda.bpm.engine.AuthenticationException locked) {
            throw new LockedException("Too many wrong passwords.", locked);
        }
    }

    private List<GrantedAuthority> authoritiesOf(String user) {
        return staff.groupsOf(user).stream()
                .map(Groups::authority)
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                .toList();
    }
}
