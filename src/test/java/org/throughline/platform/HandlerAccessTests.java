package org.throughline.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.access.Requires;
import org.throughline.platform.access.SignedIn;
import org.throughline.world.ThroughlineTest;

@ThroughlineTest
class HandlerAccessTests {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Test
    void everyHandlerDeclaresExactlyOneWayOfAccess() {
        List<String> wrong = new ArrayList<>();
        mapping.getHandlerMethods().forEach((info, method) -> {
            if (!method.getBeanType().getPackageName().startsWith("org.throughline")) return;
            long declared = Stream.of(OpenToAll.class, SignedIn.class, Requires.class).filter(method::hasMethodAnnotation).count();
            if (declared != 1) wrong.add(method.toString());
        });
        assertThat(wrong).isEmpty();
    }
}
