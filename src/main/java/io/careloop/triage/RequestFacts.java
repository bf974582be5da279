package io.careloop.triage;

/**
 * What the tables of triage look at.
 *
 * @param text        subject and description in lower case
 * @param urgency     as the customer sees it
 * @param recentCases of the same customer within the last two weeks, this one included
 */
public record RequestFacts(String text, String urgency, int recentCases) {}
