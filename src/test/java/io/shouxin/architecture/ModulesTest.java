package io.shouxin.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.shouxin.ShouxinApplication;
import io.shouxin.architecture.sample.BuildingWithAFault;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

/** The building stands as drawn: every module calls only floors below, and only their front doors. */
class ModulesTest {

    @Test
    void everyModuleCallsOnlyTheFloorsItMay() {
        ApplicationModules.of(ShouxinApplication.class).verify();
    }

    @Test
    void aModuleThatCallsUpIsFound() {
        assertThatThrownBy(() -> ApplicationModules.of(BuildingWithAFault.class, location -> true).verify()).isInstanceOf(Violations.class)
                .hasMessageContaining("ground");
    }

    @Test
    void theEngineIsKnownInTheWorkflowModuleOnly() {
        assertThat(EngineRule.classesThatKnowTheEngineOutsideWorkflow(production())).isEmpty();
    }

    @Test
    void aClassThatKnowsTheEngineElsewhereIsFound() {
        JavaClasses planted = new ClassFileImporter().importPackages("io.shouxin.architecture.sample");
        assertThat(EngineRule.classesThatKnowTheEngineOutsideWorkflow(planted)).isNotEmpty();
    }

    @Test
    void moneyIsNeverADouble() {
        assertThat(MoneyRule.classesWithFloatingPoint(production())).isEmpty();
    }

    @Test
    void aDoubleInAMoneyModuleIsFound() {
        JavaClasses planted = new ClassFileImporter().importPackages("io.shouxin.architecture.sample");
        assertThat(MoneyRule.fieldsAndMethodsWithFloatingPoint(planted)).isNotEmpty();
    }

    @Test
    void theTimeIsReadFromTheOneClock() {
        assertThat(ClockRule.readsOfAnotherClock(production())).isEmpty();
    }

    @Test
    void aReadOfAnotherClockIsFound() {
        JavaClasses planted = new ClassFileImporter().importPackages("io.shouxin.architecture.sample");
        assertThat(ClockRule.readsOfAnotherClock(planted)).isNotEmpty();
    }

    private static JavaClasses production() {
        return new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.shouxin");
    }
}
