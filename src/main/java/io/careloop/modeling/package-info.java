/** The process owners' help: what a model breaks is said before it runs, and what runs differs from the release in the open. */
@ApplicationModule(
        allowedDependencies = {
            "cases",
            "collaboration",
            "deadline",
            "engine",
            "engine::sandbox",
            "identity",
            "insight",
            "notification"
        })
package io.careloop.modeling;

import org.springframework.modulith.ApplicationModule;
