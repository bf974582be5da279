package io.careloop.cases.web;

import io.careloop.cases.Reader;
import java.security.Principal;
import java.util.Set;
import java.util.stream.Collectors;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.core.MethodParameter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands the signed-in member of the staff to every controller method that takes a {@link Reader}. */
@Component
class ReaderArgument implements HandlerMethodArgumentResolver {

    private static final String GROUP = "GROUP_";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Reader.class);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Reader.class;
    }

    @Override
    public Reader resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest request,
            WebDataBinderFactory binders) {
        Principal person = request.getUserPrincipal();
        if (person instanceof Authentication signedIn) {
            return new Reader(signedIn.getName(), groupsOf(signedIn));
        }
        throw new AccessDeniedException("Nobody is signed in");
    }

    private static Set<String> groupsOf(Authentication signedIn) {
        return signedIn.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority.startsWith(GROUP))
                .map(authority -> authority.substring(GROUP.length()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
