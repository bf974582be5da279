package io.careloop.insight;

import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Leaves facts out for as long as a benchmark wants to know what the flow is like without them. */
public final class FactSwitch implements BeanPostProcessor {

    private volatile boolean leftOut;

    public void leaveOut(boolean out) {
        leftOut = out;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof FactLog)) {
            return bean;
        }
        ProxyFactory proxy = new ProxyFactory(bean);
        proxy.setProxyTargetClass(true);
        proxy.addAdvice((MethodInterceptor)
                call -> leftOut && call.getMethod().getDeclaringClass() == FactLog.class ? null : call.proceed());
        return proxy.getProxy();
    }
}
