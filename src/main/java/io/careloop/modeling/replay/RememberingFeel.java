package io.careloop.modeling.replay;

import camundajar.impl.scala.util.Either;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.dmn.feel.impl.scala.ContextVariableWrapper;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.impl.interpreter.EvaluationFailureCollector;
import org.camunda.feel.impl.interpreter.FeelInterpreter;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValError;

/**
 * FEEL as the running engine has it, for very many evaluations that are much alike: each cell is parsed once, the functions
 * are set up once, and what a cell came to is remembered with all that it looked at. A name that is not known ends the
 * evaluation, where the running engine would go on with null.
 */
class RememberingFeel extends ScalaFeelEngine {

    private static final int MOST_REMEMBERED = 20_000;
    private static final String NAME_OF_INPUT = "inputVariableName";
    private static final Pattern TEXTS = Pattern.compile("\"(\\\\.|[^\"\\\\])*\"");
    private static final Pattern NEVER_TWICE_THE_SAME = Pattern.compile("\\b(now|today|random number)\\s*\\(");

    private final FeelInterpreter interpreter;
    private final BuiltinFunctions functions;
    private final Map<String, Exp> expressions = new ConcurrentHashMap<>();
    private final Map<String, Exp> tests = new ConcurrentHashMap<>();
    private final Map<String, String> withoutTexts = new ConcurrentHashMap<>();
    private final Cache<List<Object>, Optional<Object>> remembered =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    RememberingFeel() {
        super(List.of());
        interpreter = new FeelInterpreter(feelEngine.valueMapper());
        functions = new BuiltinFunctions(feelEngine.clock(), feelEngine.valueMapper());
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T evaluateSimpleExpression(String expression, VariableContext context) {
        Map<String, Object> known = valuesOf(context);
        // what a column's expression came to was recorded, not what it was made of
        return known.containsKey(expression.strip())
                ? (T) known.get(expression.strip())
                : (T) remembered(
                        expression,
                        "",
                        known,
                        () -> expressions.computeIfAbsent(
                                expression, text -> parsed(feelEngine.parseExpression(text))));
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String test, String input, VariableContext context) {
        Map<String, Object> known = valuesOf(context);
        known.put(NAME_OF_INPUT, input);
        return Boolean.TRUE.equals(remembered(
                test,
                input,
                known,
                () -> tests.computeIfAbsent(test, text -> parsed(feelEngine.parseUnaryTests(text)))));
    }

    private Object remembered(String text, String input, Map<String, Object> known, Supplier<Exp> cell) {
        String code =
                withoutTexts.computeIfAbsent(text, all -> TEXTS.matcher(all).replaceAll("\"\""));
        if (NEVER_TWICE_THE_SAME.matcher(code).find()) {
            return evaluate(cell.get(), known);
        }
        List<Object> key = new ArrayList<>(List.of(text, input));
        new TreeMap<>(known).forEach((name, value) -> {
            if (name.equals(input) || code.contains(name)) {
                key.add(name);
                key.add(value);
            }
        });
        return remembered
                .get(key, all -> Optional.ofNullable(evaluate(cell.get(), known)))
                .orElse(null);
    }

    private Object evaluate(Exp cell, Map<String, Object> known) {
        EvaluationFailureCollector failures = new EvaluationFailureCollector();
        VariableContext variables = Variables.fromMap(known).asVariableContext();
        Val value = interpreter.eval(
                cell,
                new EvalContext(feelEngine.valueMapper(), new ContextVariableWrapper(variables), functions, failures));
        var failed = failures.failures().iterator();
        while (failed.hasNext()) {
            var failure = failed.next();
            if (String.valueOf(failure.failureType()).equals("NO_VARIABLE_FOUND")) {
                throw new UnknownNameException(failure.failureMessage());
            }
        }
        if (value instanceof ValError error) {
            throw new FeelException(error.error());
        }
        return feelEngine.valueMapper().unpackVal(value);
    }

    private static Map<String, Object> valuesOf(VariableContext context) {
        Map<String, Object> values = new HashMap<>();
        for (String name : context.keySet()) {
            TypedValue value = context.resolve(name);
            values.put(name, value == null ? null : value.getValue());
        }
        return values;
    }

    private static Exp parsed(Either<FeelEngine.Failure, ParsedExpression> result) {
        if (result.isLeft()) {
            throw new FeelException(result.swap().toOption().get().message());
        }
        return result.toOption().get().expression();
    }
}
