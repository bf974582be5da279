package io.careloop.collaboration.process;

import io.careloop.cases.CaseHelp;
import io.careloop.cases.CaseReference;
import io.careloop.cases.Reader;
import io.careloop.collaboration.Branches;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A department sees a case as long as one of its questions lies with it or with whoever it asked back. */
@Component
class HelpOfDepartments implements CaseHelp {

    private final Branches branches;

    HelpOfDepartments(Branches branches) {
        this.branches = branches;
    }

    @Override
    public boolean helps(CaseReference reference, Reader reader) {
        return branches.isAtWork(reference, reader.groups());
    }

    @Override
    public Set<CaseReference> helpedBy(Reader reader) {
        return branches.casesOf(reader.groups());
    }

    @Override
    public String process() {
        return CollaborationModel.QUESTION;
    }
}
