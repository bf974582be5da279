package io.careloop.benchmark;

import static org.camunda.bpm.engine.variable.Variables.integerValue;
import static org.camunda.bpm.engine.variable.Variables.stringValue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * The engine with the product's settings, tables, diagrams, decisions and forms, and nothing else of it. Its delegates
 * only set the variables that the diagrams read.
 */
@TestConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    CamundaBpmAutoConfiguration.class
})
@ComponentScan(
        basePackages = "io.careloop.engine",
        useDefaultFilters = false,
        includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.EngineConfiguration"))
@Import(CountedDatabase.class)
class BareEngine {

    private static final List<String> IDLE = List.of(
            "notifyCustomerDelegate",
            "pauseClockDelegate",
            "resumeClockDelegate",
            "recordTriageDelegate",
            "askDepartmentsDelegate",
            "recordSolutionDelegate",
            "recordImplementationDelegate",
            "recordResolutionDelegate",
            "closeCaseDelegate");

    static ConfigurableApplicationContext start(String databaseUrl) {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(BareEngine.class)
                .web(WebApplicationType.NONE)
                .profiles("test")
                .properties("camunda.bpm.generate-unique-process-engine-name=true")
                .initializers(application -> addDelegates((GenericApplicationContext) application))
                .run(
                        "--spring.datasource.url=" + databaseUrl,
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.hikari.minimum-idle=0",
                        "--camunda.bpm.database.schema-update=true");
        // our indexes on the engine's tables cost something too
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V8__engine.sql"))
                .execute(context.getBean(DataSource.class));
        deploy(context.getBean(RepositoryService.class));
        return context;
    }

    /** The engine's settings ask for listeners; a bare engine has none that does anything. */
    @Bean
    BpmnParseListener noListener() {
        return new AbstractBpmnParseListener() {};
    }

    private static void addDelegates(GenericApplicationContext context) {
        IDLE.forEach(name -> add(context, name, execution -> {}));
        add(context, "readRequestDelegate", execution -> {
            execution.setVariable("text", stringValue("parcel\nmy parcel has not arrived", true));
            execution.setVariable("urgency", stringValue("NORMAL", true));
            execution.setVariable("recentCases", integerValue(0, true));
        });
        add(context, "recordAnalysisDelegate", execution -> execution.setVariable("problemClear", true));
        add(context, "askCustomerDelegate", execution -> {
            execution.setVariable("reminderDue", tomorrow());
            execution.setVariable("personDue", tomorrow());
        });
        add(context, "recordPlanDelegate", execution -> {
            execution.setVariable("implementer", null);
            execution.setVariable("implementationDue", tomorrow());
        });
        add(context, "planCallDelegate", execution -> {
            execution.setVariable("callDue", tomorrow());
            execution.setVariable("callUntil", tomorrow());
        });
        add(context, "recordCallDelegate", execution -> {
            execution.setVariable("reached", true);
            execution.setVariable("anotherTry", false);
            execution.setVariable("solved", true);
            execution.setVariable("wordGiven", true);
        });
    }

    private static void add(GenericApplicationContext context, String name, JavaDelegate delegate) {
        context.registerBean(name, JavaDelegate.class, () -> delegate);
    }

    private static Date tomorrow() {
        return Date.from(Instant.now().plus(1, ChronoUnit.DAYS));
    }

    private static void deploy(RepositoryService repository) {
        DeploymentBuilder deployment = repository.createDeployment().name("bare");
        for (String pattern : List.of("processes/**/*.bpmn", "processes/**/*.dmn", "forms/**/*.form")) {
            try {
                for (Resource resource :
                        new PathMatchingResourcePatternResolver().getResources("classpath:" + pattern)) {
                    deployment.addInputStream(resource.getFilename(), resource.getInputStream());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        deployment.deploy();
    }
}
