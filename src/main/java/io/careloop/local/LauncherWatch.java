package io.careloop.local;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Stops the application when Maven, which launched it as a process of its own, is gone: a killed Maven would otherwise
 * leave it behind, holding the ports and the data.
 */
@Component
@ConditionalOnProperty("careloop.local.stop-with-launcher")
class LauncherWatch {

    private static final Logger log = LoggerFactory.getLogger(LauncherWatch.class);

    LauncherWatch() {
        ProcessHandle.current()
                .parent()
                .ifPresent(launcher -> launcher.onExit().thenRun(() -> {
                    log.info("The launching process {} is gone: stopping", launcher.pid());
                    System.exit(0);
                }));
    }
}
