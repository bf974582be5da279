/** Users, groups, rights and sign-in, and what the engine's web applications show to whom. */
@ApplicationModule(allowedDependencies = "engine")
package io.careloop.identity;

import org.springframework.modulith.ApplicationModule;
