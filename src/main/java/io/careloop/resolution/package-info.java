/** The frame of every case: analysis, solution, consent, implementation, effect. */
@ApplicationModule(allowedDependencies = {"cases", "deadline", "notification", "engine", "identity"})
package io.careloop.resolution;

import org.springframework.modulith.ApplicationModule;
