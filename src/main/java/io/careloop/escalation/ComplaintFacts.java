package io.careloop.escalation;

import io.careloop.cases.Channel;

/**
 * What the table of risks looks at.
 *
 * @param text     words of the customer in lower case
 * @param channel  how they reached us
 * @param category null before the case is classified
 */
public record ComplaintFacts(String text, Channel channel, String category) {}
