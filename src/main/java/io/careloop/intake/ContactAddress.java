package io.careloop.intake;

/**
 * How somebody can be reached; exactly one of the two is there.
 *
 * @param email lower case
 * @param phone E.164
 */
record ContactAddress(String email, String phone) {}
