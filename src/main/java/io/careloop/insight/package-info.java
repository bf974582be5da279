/**
 * What managers and auditors look at: every case, finished or running, on its diagram, and the figures of all. Reads only.
 * A log of facts, written with whatever happens, is the source; all that pages show is told from it.
 */
@ApplicationModule(
        allowedDependencies = {
            "cases",
            "cases::web",
            "collaboration",
            "deadline",
            "engine",
            "escalation",
            "followup",
            "identity",
            "notification",
            "recovery",
            "resolution"
        })
package io.careloop.insight;

import org.springframework.modulith.ApplicationModule;
