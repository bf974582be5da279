package io.careloop.collaboration.web;

import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseFileSection;
import io.careloop.cases.CaseRights;
import io.careloop.cases.Reader;
import io.careloop.collaboration.Branch;
import io.careloop.collaboration.BranchStep;
import io.careloop.collaboration.Branches;
import io.careloop.collaboration.Collaboration;
import io.careloop.collaboration.Collaborations;
import io.careloop.collaboration.Department;
import io.careloop.identity.Staff;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Which departments are asked what, where each question lies, and a place to ask more. */
@Component
@Order(15)
class DepartmentsSection implements CaseFileSection {

    private final Collaborations collaborations;
    private final Branches branches;
    private final CaseRights rights;
    private final Staff staff;

    DepartmentsSection(Collaborations collaborations, Branches branches, CaseRights rights, Staff staff) {
        this.collaborations = collaborations;
        this.branches = branches;
        this.rights = rights;
        this.staff = staff;
    }

    @Override
    public Optional<Section> forCase(CaseFile file, String viewer) {
        Reader reader = new Reader(viewer, staff.groupsOf(viewer));
        branches.look(file.reference(), viewer, reader.groups());
        boolean mayAsk = rights.mayEdit(reader) && !file.status().isOver();
        List<Shown> shown = collaborations.branchesOf(file.reference()).stream()
                .map(branch -> new Shown(branch, collaborations.stepsOf(branch)))
                .toList();
        if (shown.isEmpty() && !mayAsk) {
            return Optional.empty();
        }
        List<String> minutes = collaborations.of(file.reference()).stream()
                .map(Collaboration::minutes)
                .filter(Objects::nonNull)
                .toList();
        return Optional.of(new Section(
                "departments.title",
                "desk/departments :: section",
                Map.of(
                        "reference",
                        file.reference().value(),
                        "branches",
                        shown,
                        "minutes",
                        minutes,
                        "isOpen",
                        collaborations.open(file.reference()).isPresent(),
                        "mayAsk",
                        mayAsk,
                        "departments",
                        Department.ALL)));
    }

    /** One question on the page, with its history. */
    record Shown(Branch branch, List<BranchStep> steps) {}
}
