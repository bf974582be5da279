package io.careloop.cases;

/**
 * The file of a case is not what it was. Published within the same transaction.
 *
 * @param file as it is from now on
 */
public record CaseChanged(CaseFile file) {}
