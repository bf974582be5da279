package io.careloop.engine;

/** A part of the application that stored filters of the Tasklist may ask, without arguments. Diagrams that do are refused. */
public interface AskedByFilters {}
