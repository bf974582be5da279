package io.careloop.collaboration.process;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.collaboration.Branches;
import io.careloop.collaboration.DepartmentNeeds;
import io.careloop.collaboration.Departments;
import io.careloop.collaboration.Question;
import io.careloop.engine.ActingUser;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;

class AskDepartmentsDelegateTests {

    private static final CaseReference REFERENCE = CaseReference.of("C-2026-000042");

    private final CaseFiles cases = mock();
    private final DepartmentNeeds needs = mock();
    private final Departments departments = mock();
    private final Branches branches = mock();
    private final ActingUser actingUser = mock();
    private final StaticMessageSource messages = new StaticMessageSource();
    private final DelegateExecution execution = mock();
    private final AskDepartmentsDelegate delegate =
            new AskDepartmentsDelegate(cases, needs, departments, branches, actingUser, messages);

    @BeforeEach
    void aComplaintThatIsUrgent() {
        messages.setUseCodeAsDefaultMessage(true);
        CaseFile file = mock();
        given(file.reference()).willReturn(REFERENCE);
        given(file.category()).willReturn("complaint");
        given(file.priority()).willReturn("urgent");
        given(cases.get(REFERENCE)).willReturn(file);
        given(execution.getProcessBusinessKey()).willReturn(REFERENCE.value());
        given(actingUser.id()).willReturn("system");
        given(needs.of("complaint", "urgent")).willReturn(List.of("quality", "legal"));
    }

    @Test
    void theDiagramMayNameTheDepartments() throws Exception {
        given(execution.getVariableLocal("departments")).willReturn("technology, billing");

        delegate.execute(execution);

        then(departments).should().ask(REFERENCE, questions("technology", "billing"), false, "system");
    }

    @Test
    void elseTheTableDoes() throws Exception {
        delegate.execute(execution);

        then(departments).should().ask(REFERENCE, questions("quality", "legal"), false, "system");
    }

    @Test
    void whoeverIsAtWorkAlreadyIsNotAskedAgain() throws Exception {
        given(branches.isAtWork(REFERENCE, Set.of("quality"))).willReturn(true);

        delegate.execute(execution);

        then(departments).should().ask(REFERENCE, questions("legal"), false, "system");
    }

    @Test
    void aCaseThatItsTeamCanDoAloneAsksNobody() throws Exception {
        given(needs.of("complaint", "urgent")).willReturn(List.of());

        delegate.execute(execution);

        then(departments).should(never()).ask(any(), any(), anyBoolean(), any());
    }

    private static List<Question> questions(String... names) {
        return List.of(names).stream()
                .map(name -> new Question(name, "departments.question.routed"))
                .toList();
    }
}
