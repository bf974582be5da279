package io.careloop.cases;

import java.util.Set;

/** A signed-in member of the staff who reads case files. */
public record Reader(String id, Set<String> groups) {}
