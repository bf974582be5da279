package io.careloop.modeling.version;

/** A node of a diagram, as people call it. */
public record Place(String id, String name) {}
