package io.careloop.engine;

import java.lang.reflect.Method;
import java.util.Map;
import org.camunda.bpm.engine.FormService;

/** Guards {@link FormService}: a submission brings the fields of its form. */
class FormCalls implements GuardedCalls.Guard {

    private final FormSubmissionGuard submission;

    FormCalls(FormSubmissionGuard submission) {
        this.submission = submission;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Object[] check(Caller caller, Method method, Object[] arguments) {
        if (!method.getName().startsWith("submit")) {
            return arguments;
        }
        Object[] accepted = arguments.clone();
        String id = (String) arguments[0];
        if (method.getName().startsWith("submitTaskForm")) {
            accepted[1] = submission.complete(caller, id, (Map<String, Object>) arguments[1]);
        } else {
            int last = arguments.length - 1;
            String businessKey = last == 2 ? (String) arguments[1] : null;
            accepted[last] = submission.start(caller, id, businessKey, (Map<String, Object>) arguments[last]);
        }
        return accepted;
    }
}
