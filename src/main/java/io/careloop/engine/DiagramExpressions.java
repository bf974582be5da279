package io.careloop.engine;

import java.lang.reflect.Method;
import java.util.Set;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.springframework.beans.factory.BeanFactory;

/**
 * Evaluates expressions with the variables of a case and what is on the list. Deployments are checked for the same; this
 * one counts for whatever came into the engine past them or before them.
 */
class DiagramExpressions extends JuelExpressionManager {

    /** Stored filters of the Tasklist ask for these. */
    private static final Set<String> OF_FILTERS = Set.of("currentUser", "currentUserGroups");

    private final DiagramNames names;
    private final BeanFactory application;

    DiagramExpressions(DiagramNames names, BeanFactory application) {
        this.names = names;
        this.application = application;
    }

    @Override
    public void addFunction(String name, Method function) {
        if (OF_FILTERS.contains(name) || names.functions().contains(name)) {
            super.addFunction(name, function);
        }
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolver = new CompositeELResolver();
        resolver.add(new VariableScopeElResolver());
        resolver.add(new VariableContextElResolver());
        resolver.add(new ArrayELResolver(true));
        resolver.add(new ListELResolver(true));
        resolver.add(new MapELResolver(true));
        resolver.add(new ListedNames(names, application));
        return resolver;
    }
}
