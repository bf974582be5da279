/** The engine and what every module shares: its configuration, deployment, the one clock, problem details. No business code. */
@ApplicationModule(allowedDependencies = {})
package io.careloop.engine;

import org.springframework.modulith.ApplicationModule;
