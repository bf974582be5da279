/**
 * The start on a bare machine: an embedded PostgreSQL and a local mail server where none are configured, a page to look
 * into them, and the refusal of all of it in production. Nothing depends on this module.
 */
@ApplicationModule(allowedDependencies = {"engine", "identity"})
package io.careloop.local;

import org.springframework.modulith.ApplicationModule;
