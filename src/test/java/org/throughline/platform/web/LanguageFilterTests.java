package org.throughline.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LanguageFilterTests {

    @ParameterizedTest
    @CsvSource({
        "/en, /",
        "/en/, /",
        "/en/calls, /calls",
        "/en//evil.example/x, /evil.example/x",
        "/en///evil.example, /evil.example"
    })
    void takingTheEnglishPrefixOffNeverLeadsToAnotherSite(String asked, String location) throws Exception {
        var response = new MockHttpServletResponse();
        new LanguageFilter().doFilter(new MockHttpServletRequest("GET", asked), response, new MockFilterChain());
        assertThat(response.getStatus()).isEqualTo(301);
        assertThat(response.getHeader("Location")).isEqualTo(location);
    }
}
