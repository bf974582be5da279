package io.careloop.notification;

import io.careloop.cases.CaseFile;
import java.time.Instant;

/**
 * A word to the customer is on its way, or was spoken. Heard within the transaction that recorded it.
 *
 * @param file     as it was before
 * @param template name of the message; null for words of a person
 */
public record CustomerTold(CaseFile file, String template, Instant at) {}
