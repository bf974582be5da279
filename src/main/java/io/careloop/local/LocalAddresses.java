package io.careloop.local;

import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where a browser finds what this application serves. */
@Component
class LocalAddresses {

    private final Environment environment;

    LocalAddresses(Environment environment) {
        this.environment = environment;
    }

    /** Known once the application listens. */
    List<Address> all() {
        return List.of(
                new Address("Customers", "/", "ask, and follow an answer"),
                new Address("Tasklist", "/camunda/app/tasklist/", "the staff's tasks: agent, expert, …"),
                new Address("Desk", "/desk", "find a case, see all of it, write to the customer"),
                new Address("Cockpit", "/camunda/app/cockpit/", "running instances on their diagrams: manager, admin"));
    }

    /** @param path with a leading slash */
    String url(String path) {
        return "http://localhost:%s%s%s"
                .formatted(
                        environment.getProperty("local.server.port", environment.getProperty("server.port", "8080")),
                        environment.getProperty("server.servlet.context-path", ""),
                        path);
    }

    record Address(String name, String path, String purpose) {}
}
