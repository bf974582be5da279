package io.careloop.identity;

import io.careloop.identity.IdentityProperties.Administrator;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sees to it, before the first request is taken, that groups, rights, filters and first users are there. What is there
 * already stays untouched, and nodes that start together wait for one another.
 */
@Component
class PlatformAtStart implements SmartInitializingSingleton {

    private static final long LOCK = 0x6361726569646eL;

    private final Users users;
    private final LocalUsers localUsers;
    private final Grants grants;
    private final TaskFilters filters;
    private final IdentityProperties properties;
    private final LocalUsersGuard guard;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    PlatformAtStart(
            Users users,
            LocalUsers localUsers,
            Grants grants,
            TaskFilters filters,
            IdentityProperties properties,
            LocalUsersGuard guard,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.users = users;
        this.localUsers = localUsers;
        this.grants = grants;
        this.filters = filters;
        this.properties = properties;
        this.guard = guard;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> prepare());
    }

    private void prepare() {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query(rows -> {});
        guard.check();
        users.createMissingGroups();
        grants.ensure(GroupRights.all());
        filters.createMissing();
        if (properties.localUsers()) {
            localUsers.createMissing();
        }
        if (properties.administrator() != null) {
            createAdministrator(properties.administrator());
        }
    }

    private void createAdministrator(Administrator administrator) {
        if (!users.exists(administrator.name())) {
            users.create(
                    new StaffMember(administrator.name(), administrator.name(), null),
                    null,
                    administrator.password(),
                    Groups.ADMINISTRATORS);
        }
    }
}
