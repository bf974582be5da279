package io.careloop.deadline.web;

import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseFileSection;
import io.careloop.cases.CaseRights;
import io.careloop.cases.Reader;
import io.careloop.deadline.Promise;
import io.careloop.deadline.Promises;
import io.careloop.identity.Staff;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the customer was promised, on the case page, and the fields to promise more. */
@Component
@Order(12)
class PromisesSection implements CaseFileSection {

    private final Promises promises;
    private final CaseRights rights;
    private final Staff staff;

    PromisesSection(Promises promises, CaseRights rights, Staff staff) {
        this.promises = promises;
        this.rights = rights;
        this.staff = staff;
    }

    @Override
    public Optional<Section> forCase(CaseFile file, String viewer) {
        List<Promise> made = promises.of(file.reference());
        Reader reader = new Reader(viewer, staff.groupsOf(viewer));
        boolean mayWrite = rights.mayWrite(reader);
        boolean mayPromise =
                rights.mayWriteToCustomer(file, reader) && !file.status().isOver();
        if (made.isEmpty() && !mayPromise) {
            return Optional.empty();
        }
        return Optional.of(new Section(
                "deadline.promises",
                "desk/promises :: section",
                Map.of(
                        "reference", file.reference().value(),
                        "promises", made,
                        "mayWrite", mayWrite,
                        "mayPromise", mayPromise)));
    }
}
