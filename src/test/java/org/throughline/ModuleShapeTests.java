package org.throughline;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/// The lines between modules: no cycles, no reaching into another module's inside, only the dependencies each one
/// declares.
class ModuleShapeTests {

    @Test
    void modulesUseOnlyWhatTheyDeclare() {
        ApplicationModules.of(Throughline.class).verify();
    }
}
