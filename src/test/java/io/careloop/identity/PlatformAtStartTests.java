package io.careloop.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.support.CareloopTest;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.filter.Filter;
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
    IdentityService identity;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    FilterService filters;

    @Test
    void everyGroupIsThereAndEachRoleHasItsUser() {
        assertThat(identity.createGroupQuery()
                        .groupIdIn(Groups.ALL.toArray(String[]::new))
                        .count())
                .isEqualTo(Groups.ALL.size());
        assertThat(LocalUsers.names()).allMatch(name -> identity.checkPassword(name, name));
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
                .contains("Most urgent first", "My tasks", "My teams' tasks", "Due today", "Overdue")
                .allMatch(seen::contains);
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
