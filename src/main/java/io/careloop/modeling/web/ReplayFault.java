package io.careloop.modeling.web;

/**
 * Why a replay cannot start.
 *
 * @param field of the request
 * @param code  key of the sentence
 */
record ReplayFault(String field, String code, Object... arguments) {}
