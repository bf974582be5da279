package io.careloop.engine.sandbox;

import io.careloop.engine.DiagramLanguage;
import io.careloop.engine.DiagramNames;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.impl.calendar.BusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.MapBusinessCalendarManager;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.db.PersistenceSession;
import org.camunda.bpm.engine.impl.util.ReflectUtil;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** An engine as the running one, as far as the way of a case goes; without all that reaches out of it. */
class SandboxConfiguration extends StandaloneProcessEngineConfiguration {

    private final NoDatabase database = new NoDatabase();
    private final AtomicLong ids = new AtomicLong();

    /** @param names that expressions may use; of the application nothing is there to be named */
    SandboxConfiguration(DiagramNames names) {
        DiagramLanguage.limit(this, names, new StaticListableBeanFactory());
        setProcessEngineName("sandbox-" + UUID.randomUUID());
        setIdGenerator(() -> Long.toString(ids.incrementAndGet()));
        setHistory("activity");
        setEnableDefaultDbHistoryEventHandler(false);
        setCustomHistoryEventHandlers(new ArrayList<>(List.of(new VisitTelling())));
        setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new StandInsForCalls())));
        setEnforceHistoryTimeToLive(false);
        setHistoryCleanupEnabled(false);
        setEnableExceptionsAfterUnhandledBpmnError(true);
        setJobExecutorActivate(false);
        setDmnEnabled(false);
        setCmmnEnabled(false);
        setMetricsEnabled(false);
        setTaskMetricsEnabled(false);
        setDbMetricsReporterActivate(false);
    }

    @Override
    protected void initDataSource() {}

    @Override
    public void initDatabaseType() {}

    @Override
    protected void initTransactionFactory() {}

    @Override
    protected void initSqlSessionFactory() {}

    @Override
    protected void initPersistenceProviders() {
        sessionFactories.put(PersistenceSession.class, database);
    }

    @Override
    protected void initExpressionManager() {
        super.initExpressionManager();
        expressionManager.addFunction("now", ReflectUtil.getMethod(RunningPlay.class, "now"));
    }

    /** The engine's own calendars, which count from the time of the play and never from the clock of the running engine. */
    @Override
    protected void initBusinessCalendarManager() {
        MapBusinessCalendarManager calendars = new MapBusinessCalendarManager();
        calendars.addBusinessCalendar(DurationBusinessCalendar.NAME, new PlayCalendar(new DurationBusinessCalendar()));
        calendars.addBusinessCalendar(DueDateBusinessCalendar.NAME, new PlayCalendar(new DueDateBusinessCalendar()));
        // the engine asks for this class
        calendars.addBusinessCalendar(CycleBusinessCalendar.NAME, new CycleBusinessCalendar() {
            @Override
            public Date resolveDuedate(String text, Date from, long offset) {
                return super.resolveDuedate(text, from == null ? RunningPlay.now() : from, offset);
            }

            @Override
            public Date resolveDuedate(String text) {
                return resolveDuedate(text, RunningPlay.now(), 0);
            }
        });
        businessCalendarManager = calendars;
    }

    private record PlayCalendar(BusinessCalendar calendar) implements BusinessCalendar {

        @Override
        public Date resolveDuedate(String text) {
            return calendar.resolveDuedate(text, RunningPlay.now());
        }

        @Override
        public Date resolveDuedate(String text, Date from) {
            return calendar.resolveDuedate(text, from == null ? RunningPlay.now() : from);
        }

        @Override
        public Date resolveDuedate(String text, Task task) {
            return resolveDuedate(text);
        }
    }
}
