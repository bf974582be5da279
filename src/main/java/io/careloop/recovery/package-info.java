/** A customer who was let down is won back: dissatisfaction, apology, compensation and who may decide on it. */
@ApplicationModule(allowedDependencies = {"cases", "deadline", "engine", "identity", "notification"})
package io.careloop.recovery;

import org.springframework.modulith.ApplicationModule;
