package io.careloop.engine.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.EntityLoadListener;
import org.camunda.bpm.engine.impl.db.FlushResult;
import org.camunda.bpm.engine.impl.db.PersistenceSession;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbEntityOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperationType;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyEntity;

/**
 * Takes the place of the engine's database. It keeps the definitions of diagrams and nothing else: an instance lives in the
 * memory of the one command that plays it, and nothing is found that was not made in it.
 */
class NoDatabase implements SessionFactory, PersistenceSession {

    private static final Set<Class<?>> KEPT = Set.of(ProcessDefinitionEntity.class, JobDefinitionEntity.class);

    /** Nobody else is there to be locked out, but the engine asks for its locks. */
    private static final String LOCK = ".lock";

    private final Map<String, DbEntity> kept = new ConcurrentHashMap<>();

    @Override
    public Class<?> getSessionType() {
        return PersistenceSession.class;
    }

    @Override
    public Session openSession() {
        return this;
    }

    @Override
    public FlushResult executeDbOperations(List<DbOperation> operations) {
        for (DbOperation operation : operations) {
            if (operation.getOperationType() == DbOperationType.INSERT
                    && operation instanceof DbEntityOperation insert
                    && KEPT.contains(insert.getEntityType())) {
                kept.put(insert.getEntity().getId(), insert.getEntity());
            }
        }
        return FlushResult.allApplied();
    }

    @Override
    public <T extends DbEntity> T selectById(Class<T> type, String id) {
        if (type == PropertyEntity.class && id.endsWith(LOCK)) {
            return type.cast(new PropertyEntity(id, "0"));
        }
        DbEntity entity = kept.get(id);
        return type.isInstance(entity) ? type.cast(entity) : null;
    }

    @Override
    public List<?> selectList(String statement, Object parameter) {
        return List.of();
    }

    @Override
    public Object selectOne(String statement, Object parameter) {
        return statement.contains("Count") ? 0L : null;
    }

    @Override
    public int executeNonEmptyUpdateStmt(String statement, Object parameter) {
        return 0;
    }

    @Override
    public List<String> getTableNamesPresent() {
        return List.of();
    }

    @Override
    public void flushOperations() {}

    @Override
    public void lock(String statement, Object parameter) {}

    @Override
    public void commit() {}

    @Override
    public void rollback() {}

    @Override
    public void dbSchemaCheckVersion() {}

    @Override
    public void dbSchemaCreate() {}

    @Override
    public void dbSchemaDrop() {}

    @Override
    public void dbSchemaPrune() {}

    @Override
    public void dbSchemaUpdate() {}

    @Override
    public void addEntityLoadListener(EntityLoadListener listener) {}

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
