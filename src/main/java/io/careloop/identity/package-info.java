/** Users, groups, rights and sign-in. */
@ApplicationModule(allowedDependencies = "engine")
package io.careloop.identity;

import org.springframework.modulith.ApplicationModule;
