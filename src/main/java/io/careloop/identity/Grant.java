package io.careloop.identity;

import java.util.List;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;

/** What a group may do with a resource of the engine; id {@code *} stands for all of its kind. */
record Grant(String group, Resource resource, String id, List<Permission> permissions) {

    static Grant onAll(String group, Resource resource, Permission... permissions) {
        return on(group, resource, Authorization.ANY, permissions);
    }

    static Grant on(String group, Resource resource, String id, Permission... permissions) {
        return new Grant(group, resource, id, List.of(permissions));
    }

    boolean concerns(Authorization authorization) {
        return group.equals(authorization.getGroupId())
                && resource.resourceType() == authorization.getResourceType()
                && id.equals(authorization.getResourceId());
    }
}
