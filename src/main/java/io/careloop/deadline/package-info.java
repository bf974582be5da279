/** Business calendars, the clocks of a case and what each is due; working time is computed nowhere else. */
@ApplicationModule(allowedDependencies = {"cases", "notification", "engine", "identity"})
package io.careloop.deadline;

import org.springframework.modulith.ApplicationModule;
