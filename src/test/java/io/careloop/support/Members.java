package io.careloop.support;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Signs in whoever is needed. */
public class Members {

    private final IdentityService identity;

    Members(IdentityService identity) {
        this.identity = identity;
    }

    /** The first user who is in this group. */
    public RequestPostProcessor of(String group) {
        String name = identity.createUserQuery()
                .memberOfGroup(group)
                .orderByUserId()
                .asc()
                .listPage(0, 1)
                .get(0)
                .getId();
        return user(name).authorities(new SimpleGrantedAuthority("GROUP_" + group));
    }
}
