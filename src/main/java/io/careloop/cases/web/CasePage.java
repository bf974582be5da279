package io.careloop.cases.web;

import io.careloop.cases.Attachments;
import io.careloop.cases.CaseCorrections;
import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseFileSection;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseRights;
import io.careloop.cases.CaseTasks;
import io.careloop.cases.Contacts;
import io.careloop.cases.Reader;
import io.careloop.cases.Stage;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what the case page shows. */
@Component
class CasePage {

    /** Entries whose whole text stands elsewhere on the page. */
    private static final List<Kind> SHOWN_IN_FULL = List.of(Kind.REGISTERED, Kind.MESSAGE_IN, Kind.MESSAGE_OUT);

    private final CaseFiles cases;
    private final Contacts contacts;
    private final Timeline timeline;
    private final Attachments attachments;
    private final CaseTasks tasks;
    private final CaseRights rights;
    private final CaseCorrections corrections;
    private final ObjectProvider<CaseFileSection> sections;
    private final DeskLook look;

    CasePage(
            CaseFiles cases,
            Contacts contacts,
            Timeline timeline,
            Attachments attachments,
            CaseTasks tasks,
            CaseRights rights,
            CaseCorrections corrections,
            ObjectProvider<CaseFileSection> sections,
            DeskLook look) {
        this.cases = cases;
        this.contacts = contacts;
        this.timeline = timeline;
        this.attachments = attachments;
        this.tasks = tasks;
        this.rights = rights;
        this.corrections = corrections;
        this.sections = sections;
        this.look = look;
    }

    /** @return the name of the view */
    String show(CaseFile file, Reader reader, Locale locale, Model model) {
        look.addTo(model, locale);
        model.addAttribute("file", file);
        model.addAttribute("reader", reader);
        model.addAttribute("stages", Stage.values());
        model.addAttribute("contact", rights.shownTo(reader, contacts.get(file.contactId())));
        model.addAttribute("tasks", tasks.openTasksOf(file.reference()));
        model.addAttribute("shownInFull", SHOWN_IN_FULL);
        model.addAttribute("entries", newestFirst(timeline.of(file.reference())));
        model.addAttribute("attachments", attachments.of(file.reference()));
        model.addAttribute("pastCases", pastCases(file, reader));
        model.addAttribute("goingOnFrom", visible(cases.linkedTo(file.reference()), reader));
        model.addAttribute("parts", parts(file, reader));
        model.addAttribute("mayWrite", rights.mayWrite(reader));
        model.addAttribute("mayWriteToCustomer", rights.mayWriteToCustomer(file, reader));
        model.addAttribute("mayEdit", rights.mayEdit(reader));
        model.addAttribute("mayRelease", rights.mayRelease(reader));
        model.addAttribute("mayRestrict", rights.mayRestrict(reader));
        if (rights.mayEdit(reader)) {
            model.addAttribute("possibleOwners", corrections.possibleOwners());
            if (!model.containsAttribute("data")) {
                model.addAttribute("seen", corrections.dataOf(file.reference()));
                model.addAttribute("data", corrections.dataOf(file.reference()));
            }
        }
        return "desk/case";
    }

    private List<CaseFile> pastCases(CaseFile file, Reader reader) {
        return visible(cases.recentOf(file.contactId()), reader).stream()
                .filter(past -> !past.reference().equals(file.reference()))
                .toList();
    }

    /** Past cases are told to all who work for the customer, restricted ones to those who may see them. */
    private List<CaseFile> visible(List<CaseFile> files, Reader reader) {
        return files.stream()
                .filter(file -> file.restrictedTo() == null || rights.maySee(file, reader))
                .toList();
    }

    private List<Part> parts(CaseFile file, Reader reader) {
        return sections.orderedStream()
                .flatMap(section -> section.forCase(file, reader.id()).stream())
                .map(Part::of)
                .toList();
    }

    private static <T> List<T> newestFirst(List<T> entries) {
        List<T> reversed = new ArrayList<>(entries);
        Collections.reverse(reversed);
        return reversed;
    }

    /** A section of another module, with the two halves of the name of its fragment. */
    record Part(CaseFileSection.Section section, String template, String fragment) {

        static Part of(CaseFileSection.Section section) {
            String[] name = section.fragment().split("\\s*::\\s*", 2);
            return new Part(section, name[0].strip(), name[1].strip());
        }
    }
}
