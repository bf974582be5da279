/** The customers' pages and public API. */
@ApplicationModule(
        allowedDependencies = {
            "cases",
            "intake",
            "resolution",
            "followup",
            "escalation",
            "deadline",
            "engine",
            "identity"
        })
package io.careloop.portal;

import org.springframework.modulith.ApplicationModule;
