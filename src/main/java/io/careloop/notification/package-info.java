/** Messages to customers and staff: templates, the outbox, delivery and what became of it. */
@ApplicationModule(allowedDependencies = {"cases", "engine", "identity"})
package io.careloop.notification;

import org.springframework.modulith.ApplicationModule;
