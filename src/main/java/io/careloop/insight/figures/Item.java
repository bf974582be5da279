package io.careloop.insight.figures;

/**
 * What a figure is about.
 *
 * @param subject key of a process definition, or {@code kpi}
 * @param version of the definition; 0 for a KPI
 * @param id      of a node, or of a KPI
 */
record Item(String subject, int version, String id) {}
