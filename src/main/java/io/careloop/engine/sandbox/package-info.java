/** An engine for trying diagrams: it has no database, no clock but its own, and calls nothing of the application. */
@NamedInterface("sandbox")
package io.careloop.engine.sandbox;

import org.springframework.modulith.NamedInterface;
