package org.throughline.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.throughline.platform.command.Arguments;
import org.throughline.platform.command.WrongUse;

class RemoteImportTests {

    @Test
    void theTokenNeedNotStandOnTheCommandLine() {
        Map<String, String> environment = Map.of("THROUGHLINE_TOKEN", "quiet");
        assertThat(RemoteImport.token(arguments(), environment)).isEqualTo("quiet");
        assertThat(RemoteImport.token(arguments("--token", "said"), environment))
                .isEqualTo("said");
        assertThatThrownBy(() -> RemoteImport.token(arguments(), Map.of())).isInstanceOf(WrongUse.class);
    }

    private static Arguments arguments(String... words) {
        return Arguments.parse(List.of(words), Set.of("token"), Set.of());
    }
}
