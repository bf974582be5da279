package io.careloop.engine;

import java.lang.reflect.Method;
import java.util.Optional;
import java.util.function.Supplier;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.framework.ReflectiveMethodInvocation;

/** Puts a guard before each call that somebody makes from outside; all other calls pass unseen. */
final class GuardedCalls {

    /** Looks at a call, and throws to refuse it. */
    interface Guard {

        /** @return the arguments to call with */
        Object[] check(Caller caller, Method method, Object[] arguments);

        /** @return what the caller gets instead of the result */
        default Object answer(Caller caller, Method method, Object[] arguments, Object result) {
            return result;
        }
    }

    /** A subclass of the service's class: the REST API casts to it for some calls. */
    @SuppressWarnings("unchecked")
    static <S> S guard(S service, Supplier<Optional<Caller>> callers, Guard guard) {
        ProxyFactory proxy = new ProxyFactory();
        proxy.setTarget(service);
        proxy.setProxyTargetClass(true);
        proxy.setOpaque(true);
        proxy.addAdvice((MethodInterceptor) call -> {
            Optional<Caller> caller = callers.get();
            return caller.isEmpty() ? call.proceed() : proceed(caller.get(), call, guard);
        });
        return (S) proxy.getProxy(service.getClass().getClassLoader());
    }

    private static Object proceed(Caller caller, MethodInvocation call, Guard guard) throws Throwable {
        Object[] accepted = guard.check(caller, call.getMethod(), call.getArguments());
        ((ReflectiveMethodInvocation) call).setArguments(accepted);
        return guard.answer(caller, call.getMethod(), accepted, call.proceed());
    }

    private GuardedCalls() {}
}
