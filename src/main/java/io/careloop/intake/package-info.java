/** How customers' words come in: registration once, mail, phone, attachments. */
@ApplicationModule(allowedDependencies = {"cases", "deadline", "notification", "engine", "identity"})
package io.careloop.intake;

import org.springframework.modulith.ApplicationModule;
