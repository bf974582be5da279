/**
 * Mail of customers: {@code MailPoll} looks into the mailbox, {@code MailParser} reads a mail, {@code MailIntake} makes a
 * case, a message or a note of it.
 */
package io.careloop.intake.mail;
