package io.careloop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.web.bind.annotation.RestController;

/** What module boundaries cannot say. */
@AnalyzeClasses(packagesOf = CareloopApplication.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule onlyProcessPackagesTalkToTheEngine = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "..process..",
                    "io.careloop.engine..",
                    "io.careloop.identity..",
                    "io.careloop.insight",
                    "io.careloop.insight.figures",
                    "io.careloop.demo..",
                    "io.careloop.modeling..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..")
            .because("the rest must be testable, and able to move, without the engine");

    @ArchTest
    static final ArchRule onlyTheEngineModuleTouchesTheEnginesInside = noClasses()
            .that()
            .resideOutsideOfPackages("io.careloop.engine..", "io.careloop.identity..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda.bpm.engine.impl..");

    @ArchTest
    static final ArchRule delegatesAreNamedAndHidden = classes()
            .that()
            .implement(JavaDelegate.class)
            .should()
            .haveSimpleNameEndingWith("Delegate")
            .andShould()
            .bePackagePrivate()
            .andShould()
            .resideInAPackage("..process..");

    @ArchTest
    static final ArchRule controllersAreHiddenAndNeverSeeDelegates = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .should()
            .bePackagePrivate()
            .andShould()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages("..process..", "org.camunda..");

    @ArchTest
    static final ArchRule timeComesFromTheOneClock = noClasses()
            .that()
            .resideOutsideOfPackages("io.careloop.engine..", "io.careloop.local..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");
}
