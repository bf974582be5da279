package io.careloop.engine;

import java.lang.reflect.Method;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;

/**
 * Guards {@link RuntimeService}: a start brings the fields of its start form, and nobody else than those who repair
 * changes variables. All other changes of an instance are left to the engine's own rights, which few have.
 */
class RuntimeCalls implements GuardedCalls.Guard {

    private final EngineReads engine;
    private final FormSubmissionGuard submission;

    RuntimeCalls(EngineReads engine, FormSubmissionGuard submission) {
        this.engine = engine;
        this.submission = submission;
    }

    @Override
    public Object[] check(Caller caller, Method method, Object[] arguments) {
        String name = method.getName();
        if (name.startsWith("startProcessInstance")) {
            submission.startFreely(caller);
        } else if (name.startsWith("setVariable") || name.startsWith("removeVariable") || name.startsWith("update")) {
            submission.repair(caller);
        }
        return arguments;
    }

    @Override
    public Object answer(Caller caller, Method method, Object[] arguments, Object result) {
        return switch (method.getName()) {
            case "createProcessInstanceById" -> guarded(caller, (String) arguments[0], result);
            case "createProcessInstanceByKey" ->
                guarded(caller, engine.newestDefinition((String) arguments[0]), result);
            default -> result;
        };
    }

    private Object guarded(Caller caller, String definitionId, Object builder) {
        return GuardedCalls.guard(builder, () -> Optional.of(caller), new StartCalls(definitionId));
    }

    /** Guards the steps of one start. */
    private class StartCalls implements GuardedCalls.Guard {

        private final String definitionId;

        StartCalls(String definitionId) {
            this.definitionId = definitionId;
        }

        @Override
        @SuppressWarnings("unchecked")
        public Object[] check(Caller caller, Method method, Object[] arguments) {
            return switch (method.getName()) {
                case "setVariables" ->
                    new Object[] {submission.start(caller, definitionId, null, (Map<String, Object>) arguments[0])};
                case "setVariable" -> {
                    submission.start(
                            caller, definitionId, null, Collections.singletonMap((String) arguments[0], arguments[1]));
                    yield arguments;
                }
                case "businessKey" -> {
                    submission.start(caller, definitionId, (String) arguments[0], null);
                    yield arguments;
                }
                case "setVariableLocal",
                        "setVariablesLocal",
                        "startBeforeActivity",
                        "startAfterActivity",
                        "startTransition" -> {
                    submission.startFreely(caller);
                    yield arguments;
                }
                default -> arguments;
            };
        }

        @Override
        public Object answer(Caller caller, Method method, Object[] arguments, Object result) {
            return result instanceof ProcessInstantiationBuilder ? guarded(caller, definitionId, result) : result;
        }
    }
}
