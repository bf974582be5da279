/** The case file: what the customer told us, where the case stands, who owns it, and all that happened to it. */
@ApplicationModule(allowedDependencies = {"identity", "engine"})
package io.careloop.cases;

import org.springframework.modulith.ApplicationModule;
