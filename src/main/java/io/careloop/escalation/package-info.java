/** A complaint that is not solved climbs: to somebody who has not handled it, tier by tier, until it is answered. */
@ApplicationModule(allowedDependencies = {"cases", "deadline", "engine", "identity", "notification"})
package io.careloop.escalation;

import org.springframework.modulith.ApplicationModule;
