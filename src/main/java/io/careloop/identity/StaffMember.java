package io.careloop.identity;

/**
 * Somebody who works with us.
 *
 * @param id    user id, as in tasks and in the timeline
 * @param email null if none is known
 */
public record StaffMember(String id, String name, String email) {}
