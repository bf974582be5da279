/** Departments work on one case at the same time, each on a question of its own, and a coordinator bridges them. */
@ApplicationModule(allowedDependencies = {"cases", "deadline", "notification", "engine", "identity"})
package io.careloop.collaboration;

import org.springframework.modulith.ApplicationModule;
