package io.careloop.resolution.web;

import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseFileSection;
import io.careloop.cases.CaseRights;
import io.careloop.cases.Reader;
import io.careloop.identity.Staff;
import io.careloop.resolution.OpenQuestion;
import io.careloop.resolution.ServiceRequests;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the customer told somebody on the phone is taken down on the case page: an answer, a withdrawal, a return. */
@Component
@Order(5)
class CustomerWordsSection implements CaseFileSection {

    private final ServiceRequests requests;
    private final CaseRights rights;
    private final Staff staff;

    CustomerWordsSection(ServiceRequests requests, CaseRights rights, Staff staff) {
        this.requests = requests;
        this.rights = rights;
        this.staff = staff;
    }

    @Override
    public Optional<Section> forCase(CaseFile file, String viewer) {
        if (!rights.mayEdit(new Reader(viewer, staff.groupsOf(viewer)))) {
            return Optional.empty();
        }
        Map<String, Object> model = new HashMap<>();
        model.put("reference", file.reference().value());
        model.put("isOver", file.status().isOver());
        Optional<OpenQuestion> question = requests.openQuestion(file.reference());
        question.ifPresent(asked -> model.put("question", asked));
        return Optional.of(new Section("resolution.customer-says", "desk/customer-words :: section", model));
    }
}
