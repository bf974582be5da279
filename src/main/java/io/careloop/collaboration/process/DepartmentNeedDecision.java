package io.careloop.collaboration.process;

import io.careloop.collaboration.DepartmentNeeds;
import io.careloop.engine.DecisionTables;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Asks the decision table {@code processes/collaboration/collaboration-departments.dmn}, in the version that runs now. */
@Component
class DepartmentNeedDecision implements DepartmentNeeds {

    private final DecisionTables decisions;

    DepartmentNeedDecision(DecisionTables decisions) {
        this.decisions = decisions;
    }

    @Override
    public List<String> of(String category, String priority) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("category", category);
        facts.put("priority", priority);
        Object names = decisions.ask(CollaborationModel.DEPARTMENTS, facts).getSingleEntry();
        return Arrays.stream(Objects.toString(names, "").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
