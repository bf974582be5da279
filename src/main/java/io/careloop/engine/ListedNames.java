package io.careloop.engine;

import java.time.temporal.Temporal;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.springframework.beans.factory.BeanFactory;

/**
 * Finds what is on the list, delegates, which tasks call by their names, and what filters ask. Nothing else is called, and
 * of objects only what is on the list is read.
 */
class ListedNames extends BeanELResolver {

    private final DiagramNames names;
    private final BeanFactory application;

    ListedNames(DiagramNames names, BeanFactory application) {
        super(true);
        this.names = names;
        this.application = application;
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        if (base != null) {
            if (!mayBeRead(base, property)) {
                throw new ELException("Expressions may not read \"%s\" here".formatted(property));
            }
            return super.getValue(context, base, property);
        }
        String name = String.valueOf(property);
        if (names.beans().contains(name) || is(name, JavaDelegate.class) || is(name, AskedByFilters.class)) {
            context.setPropertyResolved(true);
            return application.getBean(name);
        }
        return null;
    }

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
        if (base instanceof AskedByFilters && arguments.length == 0) {
            return super.invoke(context, base, method, types, arguments);
        }
        throw new ELException("Expressions may not call \"%s\"; they only read and compare".formatted(method));
    }

    private boolean is(String name, Class<?> type) {
        return application.containsBean(name) && application.isTypeMatch(name, type);
    }

    private boolean mayBeRead(Object base, Object property) {
        if (base instanceof DelegateExecution) {
            return names.properties().contains("execution." + property);
        }
        if (base instanceof DelegateTask) {
            return names.properties().contains("task." + property);
        }
        return isPlainValue(base) && !"class".equals(property);
    }

    private static boolean isPlainValue(Object base) {
        return base instanceof CharSequence
                || base instanceof Number
                || base instanceof Boolean
                || base instanceof Date
                || base instanceof Temporal;
    }
}
