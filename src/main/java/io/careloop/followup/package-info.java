/** After the solution: did it stay solved, what does the customer say, does the case come back? */
@ApplicationModule(allowedDependencies = {"cases", "deadline", "notification", "engine", "identity"})
package io.careloop.followup;

import org.springframework.modulith.ApplicationModule;
