package org.throughline.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
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
            long declared = Stream.of(OpenToAll.class, SignedIn.class, Requires.class)
                    .filter(method::hasMethodAnnotation)
                    .count();
            if (declared != 1) wrong.add(method.toString());
        });
        assertThat(wrong).isEmpty();
    }

    /// A changed address or a changed access is seen in review: the list is committed, and written anew with
    /// `-DargLine=-Dthroughline.golden=true`.
    @Test
    void theRoutesAreThoseOfTheCommittedList() throws Exception {
        var routes = new TreeSet<String>();
        mapping.getHandlerMethods().forEach((info, method) -> {
            if (method.getBeanType().getPackageName().startsWith("org.throughline")) routes.add(line(info, method));
        });
        Path golden = Path.of("src/test/resources/routes.txt");
        String now = String.join("\n", routes) + "\n";
        if (Boolean.getBoolean("throughline.golden")) Files.writeString(golden, now);
        assertThat(now).isEqualTo(Files.readString(golden));
    }

    private static String line(RequestMappingInfo info, HandlerMethod method) {
        String verbs = info.getMethodsCondition().getMethods().isEmpty()
                ? "ANY"
                : String.join(
                        ",",
                        new TreeSet<>(info.getMethodsCondition().getMethods().stream()
                                .map(Enum::name)
                                .toList()));
        String access = method.hasMethodAnnotation(OpenToAll.class)
                ? "everybody"
                : method.hasMethodAnnotation(SignedIn.class)
                        ? "signed in"
                        : List.of(java.util.Objects.requireNonNull(method.getMethodAnnotation(Requires.class))
                                        .value())
                                .toString();
        return String.join(" ", new TreeSet<>(info.getPatternValues())) + " " + verbs + " " + access;
    }
}
