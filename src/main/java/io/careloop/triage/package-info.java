/** What kind of case it is, how urgent, and who works on it. */
@ApplicationModule(allowedDependencies = {"cases", "deadline", "engine", "identity"})
package io.careloop.triage;

import org.springframework.modulith.ApplicationModule;
