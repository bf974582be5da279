/**
 * A start that has a past: customers and staff who do not exist play some hundred cases through the product, by its own
 * services, tasks and forms, with the clock moved. Nothing depends on this module.
 */
@ApplicationModule(
        allowedDependencies = {
            "cases",
            "intake",
            "resolution",
            "followup",
            "escalation",
            "collaboration",
            "recovery",
            "deadline",
            "notification",
            "engine",
            "identity"
        })
package io.careloop.demo;

import org.springframework.modulith.ApplicationModule;
