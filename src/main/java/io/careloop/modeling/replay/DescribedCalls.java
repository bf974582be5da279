package io.careloop.modeling.replay;

import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramInput;
import io.careloop.engine.DiagramOutput;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/** What those that a diagram can call say of themselves: whom they tell what, and what they leave behind. */
@Component
class DescribedCalls {

    private final Map<String, List<String>> templates = new HashMap<>();
    private final Map<String, Set<String>> outputs = new HashMap<>();

    DescribedCalls(ListableBeanFactory beans) {
        for (String bean : beans.getBeanNamesForAnnotation(DiagramCall.class)) {
            add(bean, beans.findAnnotationOnBean(bean, DiagramCall.class));
        }
    }

    private void add(String bean, DiagramCall call) {
        templates.put(
                bean,
                Arrays.stream(call.inputs())
                        .filter(input -> input.kind() == DiagramInput.Kind.CUSTOMER_TEMPLATE)
                        .map(DiagramInput::name)
                        .toList());
        Set<String> names = new HashSet<>();
        Arrays.stream(call.outputs()).map(DiagramOutput::name).forEach(names::add);
        outputs.put(bean, names);
    }

    /**
     * What the customer is told.
     *
     * @param value of a variable as the task sees it
     */
    List<String> sentBy(String bean, Function<String, Object> value) {
        return templates.getOrDefault(bean, List.of()).stream()
                .map(value)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .toList();
    }

    /** Names of the inputs that say what a customer is told. */
    Set<String> templateInputs() {
        Set<String> names = new HashSet<>();
        templates.values().forEach(names::addAll);
        return names;
    }

    /** Names of the variables that are there afterwards. */
    Set<String> outputsOf(String bean) {
        return outputs.getOrDefault(bean, Set.of());
    }
}
