package io.careloop.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.support.CareloopTest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@CareloopTest
class PlatformAtStartTests {

    @LocalServerPort
    int port;

    @Autowired
    PlatformAtStart platform;

    @Autowired
    LocalUsers localUsers;

    @Autowired
    IdentityService identity;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    FilterService filters;

    @Autowired
    TaskService tasks;

    @Autowired
    BusinessDay businessDay;

    @Autowired
    Clock clock;

    @Test
    void everyGroupIsThereAndEachRoleHasItsUser() {
        assertThat(identity.createGroupQuery()
                        .groupIdIn(Groups.ALL.toArray(String[]::new))
                        .count())
                .isEqualTo(Groups.ALL.size());
        assertThat(LocalUsers.names()).allMatch(name -> identity.checkPassword(name, name));
    }

    @Test
    void anotherMailAddressHidesNoPasswordThatAnybodyGuesses() {
        User quality = identity.createUserQuery().userId("quality").singleResult();
        try {
            quality.setEmail("quality@example.com");
            identity.saveUser(quality);
            assertThat(localUsers.present()).contains("quality");

            quality.setPassword("n0t-to-be-guessed");
            identity.saveUser(quality);
            // more looks than wrong passwords that the engine forgives: none is counted
            for (int looks = 0; looks < 12; looks++) {
                assertThat(localUsers.present()).doesNotContain("quality").contains("admin");
            }
            assertThat(identity.checkPassword("quality", "n0t-to-be-guessed")).isTrue();
        } finally {
            quality.setEmail("quality@careloop.localhost");
            quality.setPassword("quality");
            identity.saveUser(quality);
        }
    }

    @Test
    void aSecondStartChangesNothing() {
        long rights = authorizations.createAuthorizationQuery().count();
        long users = identity.createUserQuery().count();
        long ready = filters.createFilterQuery().count();

        platform.afterSingletonsInstantiated();

        assertThat(authorizations.createAuthorizationQuery().count()).isEqualTo(rights);
        assertThat(identity.createUserQuery().count()).isEqualTo(users);
        assertThat(filters.createFilterQuery().count()).isEqualTo(ready);
    }

    @Test
    void tasklistOffersTheReadyFiltersInTheirOrder() {
        String seen = StaffClient.tool(port, "agent")
                .get("/engine-rest/filter?maxResults=20&resourceType=Task")
                .body();

        assertThat(filters.createTaskFilterQuery().list())
                .extracting(Filter::getName)
                .contains(
                        "Most urgent first",
                        "My tasks",
                        "My teams' tasks",
                        "Due today",
                        "Overdue",
                        "Customers to win back")
                .allMatch(seen::contains);
    }

    @Test
    void dueTodayIsTheDayWhereTheServiceWorks() {
        String lateToday = due(businessDay.end().toInstant().minusSeconds(1));
        String tomorrow = due(businessDay.end().toInstant().plusSeconds(1));
        String yesterday = due(businessDay.start().toInstant().minusSeconds(1));
        try {
            assertThat(tasksOf("Due today")).contains(lateToday).doesNotContain(tomorrow, yesterday);
        } finally {
            tasks.deleteTasks(List.of(lateToday, tomorrow, yesterday), true);
        }
    }

    @Test
    void theMostUrgentComesFirstWhateverTheSortBoxSays() {
        Instant now = clock.instant();
        String later = due(now.plusSeconds(20));
        String sooner = due(now.plusSeconds(10));
        try {
            assertThat(tasksOf("Most urgent first")).containsSubsequence(sooner, later);
        } finally {
            tasks.deleteTasks(List.of(later, sooner), true);
        }
    }

    private String due(Instant instant) {
        Task task = tasks.newTask();
        task.setDueDate(Date.from(instant));
        tasks.saveTask(task);
        return task.getId();
    }

    /** Asked as Tasklist asks. */
    private List<String> tasksOf(String filter) {
        String id = filters.createTaskFilterQuery()
                .filterName(filter)
                .singleResult()
                .getId();
        HttpResponse<String> answer = StaffClient.tool(port, "admin")
                .post(
                        "/engine-rest/filter/" + id + "/list?firstResult=0&maxResults=1000",
                        "{\"sorting\": [{\"sortBy\": \"created\", \"sortOrder\": \"desc\"}]}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return StaffClient.json(answer).findValuesAsText("id");
    }

    @Test
    void everyReadyFilterCanBeRead() {
        StaffClient agent = StaffClient.tool(port, "agent");

        assertThat(filters.createTaskFilterQuery().list())
                .allSatisfy(filter -> assertThat(
                                agent.get("/engine-rest/filter/" + filter.getId() + "/list?firstResult=0&maxResults=15")
                                        .statusCode())
                        .isEqualTo(200));
    }
}
