package io.careloop.cases.web;

import io.careloop.cases.Attachment;
import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseMessage;
import io.careloop.cases.CaseMessage.Direction;
import io.careloop.cases.CaseStatus;
import io.careloop.cases.Channel;
import io.careloop.cases.Contact;
import io.careloop.cases.OpenTask;
import io.careloop.cases.Stage;
import io.careloop.cases.Urgency;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A case as programs read it.
 *
 * @param owner user id
 */
record CaseView(
        String reference,
        CaseStatus status,
        Stage stage,
        Channel channel,
        String locale,
        String subject,
        String description,
        Urgency urgency,
        String remedySought,
        String triedSteps,
        String product,
        Customer customer,
        String owner,
        String ownerName,
        String team,
        String category,
        String priority,
        String causeCode,
        String resolution,
        String linkedTo,
        int reopened,
        Instant registeredAt,
        Instant firstResponseAt,
        Instant resolvedAt,
        Instant closedAt,
        List<Message> messages,
        List<FileView> attachments,
        List<Task> openTasks) {

    static CaseView of(
            CaseFile file,
            String ownerName,
            Contact contact,
            List<CaseMessage> messages,
            List<Attachment> attachments,
            List<OpenTask> tasks) {
        return new CaseView(
                file.reference().value(),
                file.status(),
                file.stage(),
                file.channel(),
                file.locale().toLanguageTag(),
                file.subject(),
                file.description(),
                file.urgency(),
                file.remedySought(),
                file.triedSteps(),
                file.product(),
                new Customer(contact.name(), contact.email(), contact.phone()),
                file.owner(),
                ownerName,
                file.team(),
                file.category(),
                file.priority(),
                file.causeCode(),
                file.resolution(),
                file.linkedTo(),
                file.reopened(),
                file.registeredAt(),
                file.firstResponseAt(),
                file.resolvedAt(),
                file.closedAt(),
                messages.stream().map(Message::of).toList(),
                attachments.stream().map(FileView::of).toList(),
                tasks.stream().map(Task::of).toList());
    }

    record Customer(String name, String email, String phone) {}

    record Message(Instant at, Direction direction, Channel channel, String author, String subject, String text) {

        static Message of(CaseMessage message) {
            return new Message(
                    message.at(),
                    message.direction(),
                    message.channel(),
                    message.author(),
                    message.subject(),
                    message.text());
        }
    }

    /** @param size in bytes */
    record FileView(UUID id, String fileName, int size) {

        static FileView of(Attachment attachment) {
            return new FileView(attachment.id(), attachment.fileName(), attachment.size());
        }
    }

    record Task(String id, String name, String assignee, Set<String> groups, Instant due) {

        static Task of(OpenTask task) {
            return new Task(task.id(), task.name(), task.assignee(), task.groups(), task.due());
        }
    }
}
