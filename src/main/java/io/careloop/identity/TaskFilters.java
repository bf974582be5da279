package io.careloop.identity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.query.Query;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/**
 * The filters that Tasklist offers from the start. Each shows what its reader may see, sooner due
 * first, or the most dissatisfied customer. They are found
 * again by name and otherwise left as they are: an administrator may change them.
 */
@Component
class TaskFilters {

    private static final String SERVICE_RECOVERY = "service-recovery";

    private final FilterService filters;
    private final TaskService tasks;
    private final Grants grants;

    TaskFilters(FilterService filters, TaskService tasks, Grants grants) {
        this.filters = filters;
        this.tasks = tasks;
        this.grants = grants;
    }

    void createMissing() {
        Set<String> present = filters.createTaskFilterQuery().list().stream()
                .map(Filter::getName)
                .collect(Collectors.toSet());
        readyFilters().filter(ready -> !present.contains(ready.name())).forEach(this::create);
    }

    private Stream<ReadyFilter> readyFilters() {
        return Stream.of(
                new ReadyFilter(10, "Most urgent first", "All that you may see", "#b3261e", all()),
                new ReadyFilter(
                        20,
                        "My tasks",
                        "Claimed by me or handed to me",
                        "#1d5fa8",
                        all().taskAssigneeExpression("${currentUser()}")),
                new ReadyFilter(
                        30,
                        "My teams' tasks",
                        "Nobody has claimed them yet",
                        "#2e7d32",
                        all().taskCandidateGroupInExpression("${currentUserGroups()}")),
                new ReadyFilter(
                        40,
                        "Due today",
                        "Due before midnight",
                        "#b26a00",
                        all().dueAfterExpression("${businessDay.start()}").dueBeforeExpression("${businessDay.end()}")),
                new ReadyFilter(50, "Overdue", "Past their date", "#7b1fa2", all().dueBeforeExpression("${now()}")),
                new ReadyFilter(
                        60,
                        "Customers to win back",
                        "The most dissatisfied first",
                        "#00695c",
                        tasks.createTaskQuery()
                                .active()
                                .processDefinitionKey(SERVICE_RECOVERY)
                                .orderByTaskPriority()
                                .desc()
                                .orderByDueDate()
                                .asc()));
    }

    private TaskQuery all() {
        return tasks.createTaskQuery().active().orderByDueDate().asc();
    }

    private void create(ReadyFilter ready) {
        Filter filter = filters.newTaskFilter(ready.name()).setQuery(ready.query());
        filter.setProperties(ready.properties());
        String id = filters.saveFilter(filter).getId();
        grants.ensure(Stream.concat(Groups.WORKING.stream(), Stream.of(Groups.MANAGERS, Groups.OWNERS))
                .map(group -> Grant.on(group, Resources.FILTER, id, Permissions.READ))
                .toList());
    }

    /** @param priority place in the list, lower first */
    private record ReadyFilter(int priority, String name, String description, String color, Query<?, ?> query) {

        Map<String, Object> properties() {
            Map<String, Object> properties = new HashMap<>();
            properties.put("description", description);
            properties.put("priority", priority);
            properties.put("color", color);
            properties.put("refresh", true);
            properties.put("showUndefinedVariable", false);
            properties.put("variables", List.of(shown("category", "Category"), shown("team", "Team")));
            return properties;
        }

        /** A variable on the card of a task. */
        private static Map<String, Object> shown(String variable, String label) {
            return Map.of("name", variable, "label", label);
        }
    }
}
