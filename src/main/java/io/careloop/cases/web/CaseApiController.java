package io.careloop.cases.web;

import io.careloop.cases.Attachments;
import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseRights;
import io.careloop.cases.CaseTasks;
import io.careloop.cases.Contacts;
import io.careloop.cases.Conversation;
import io.careloop.cases.Reader;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry;
import io.careloop.identity.Staff;
import io.careloop.identity.StaffMember;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The case file for programs and for the tab in Tasklist. Times are in UTC. */
@RestController
@RequestMapping("/api/cases/{reference}")
class CaseApiController {

    private final CaseRights rights;
    private final Contacts contacts;
    private final Conversation conversation;
    private final Attachments attachments;
    private final CaseTasks tasks;
    private final Timeline timeline;
    private final Staff staff;

    CaseApiController(
            CaseRights rights,
            Contacts contacts,
            Conversation conversation,
            Attachments attachments,
            CaseTasks tasks,
            Timeline timeline,
            Staff staff) {
        this.rights = rights;
        this.contacts = contacts;
        this.conversation = conversation;
        this.attachments = attachments;
        this.tasks = tasks;
        this.timeline = timeline;
        this.staff = staff;
    }

    /** What is known of the case; 404 if there is none that the caller may see. */
    @GetMapping
    CaseView show(@PathVariable String reference, Reader reader) {
        CaseFile file = rights.visible(reference, reader);
        return CaseView.of(
                file,
                staff.find(file.owner()).map(StaffMember::name).orElse(file.owner()),
                rights.shownTo(reader, contacts.get(file.contactId())),
                conversation.of(file.reference()),
                attachments.of(file.reference()),
                tasks.openTasksOf(file.reference()));
    }

    /** All that happened to the case, oldest first. */
    @GetMapping("/timeline")
    List<TimelineEntry> timeline(@PathVariable String reference, Reader reader) {
        return timeline.of(rights.visible(reference, reader).reference());
    }
}
