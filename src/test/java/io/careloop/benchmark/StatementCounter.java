package io.careloop.benchmark;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/**
 * Counts what one thread sends through a data source while it {@linkplain #during measures}: each statement, each round
 * trip, and both by what they are for.
 */
class StatementCounter implements QueryExecutionListener {

    private final ThreadLocal<Statements> current = new ThreadLocal<>();
    private final Set<String> inTransaction = ConcurrentHashMap.newKeySet();

    DataSource around(DataSource dataSource) {
        return ProxyDataSourceBuilder.create(dataSource)
                .listener(this)
                .afterMethod(this::afterMethod)
                .build();
    }

    Statements during(Runnable work) {
        Statements counted = new Statements();
        current.set(counted);
        try {
            work.run();
        } finally {
            current.remove();
        }
        return counted;
    }

    /** Does something, such as looking up a task, that is no part of what is measured. */
    <T> T uncounted(Supplier<T> work) {
        Statements counted = current.get();
        current.remove();
        try {
            return work.get();
        } finally {
            if (counted != null) {
                current.set(counted);
            }
        }
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

    /** A batch is one round trip, however many statements it has. */
    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        Statements counted = current.get();
        if (counted == null) {
            return;
        }
        inTransaction.add(execution.getConnectionId());
        int statements = execution.isBatch() ? execution.getBatchSize() : 1;
        counted.add(queries.get(0).getQuery(), statements);
    }

    /** The end of a transaction is a round trip if something was sent before; its begin travels with the first statement. */
    private void afterMethod(MethodExecutionContext call) {
        Method method = call.getMethod();
        boolean ends = method.getName().equals("commit")
                || method.getName().equals("rollback") && method.getParameterCount() == 0;
        if (ends && inTransaction.remove(call.getConnectionInfo().getConnectionId()) && current.get() != null) {
            current.get().addTransactionEnd(method.getName());
        }
    }
}
