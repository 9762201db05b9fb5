package org.throughline.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.platform.Refusal;

class BodyBudgetTests {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int ROOM = 1 << 20;

    private final BodyBudget budget = new BodyBudget(ROOM, answer());

    private static RefusalAnswer answer() {
        HandlerExceptionResolver resolver = (request, response, handler, e) -> {
            response.setStatus(((Refusal) e).status());
            return new ModelAndView();
        };
        var beans = new StaticListableBeanFactory();
        beans.addBean("handlerExceptionResolver", resolver);
        return new RefusalAnswer(beans.getBeanProvider(HandlerExceptionResolver.class));
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    private static void somebody() {
        var person = UsernamePasswordAuthenticationToken.authenticated("somebody", null, List.of());
        SecurityContextHolder.getContext().setAuthentication(person);
    }

    private static MockHttpServletRequest request(String path, String type, int length) {
        var request = new MockHttpServletRequest("POST", path);
        request.setContentType(type);
        request.setContent(new byte[length]);
        return request;
    }

    private int status(MockHttpServletRequest request, FilterChain inside) throws Exception {
        var response = new MockHttpServletResponse();
        budget.doFilter(request, response, inside);
        return response.getStatus();
    }

    private int status(MockHttpServletRequest request) throws Exception {
        return status(request, (in, out) -> {});
    }

    @Test
    void whatDoesNotFitBesideTheOthersWaitsOutsideUntilTheyAreGone() throws Exception {
        status(request("/sign-in", FORM, ROOM), (in, out) -> {
            try {
                assertThat(status(request("/sign-in", FORM, 100_000))).isEqualTo(503);
                assertThat(status(request("/api/v1/x", "application/json", 100_000)))
                        .isEqualTo(503);
                assertThat(status(request("/sign-in", FORM, 50_000))).isEqualTo(200);
                somebody();
                assertThat(status(request("/account", FORM, 100_000))).isEqualTo(200);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(status(request("/sign-in", FORM, ROOM))).isEqualTo(200);
    }

    @Test
    void aBodyOfUnknownLengthCountsAsALargeOne() throws Exception {
        var streamed = new MockHttpServletRequest("POST", "/api/v1/x");
        streamed.addHeader("Transfer-Encoding", "chunked");
        assertThat(status(streamed)).isEqualTo(503);
        assertThat(status(new MockHttpServletRequest("GET", "/"))).isEqualTo(200);
    }

    @Test
    void strangersSendSmallerForms() throws Exception {
        assertThat(status(request("/sign-in", FORM, ROOM + 1))).isEqualTo(413);
    }

    @Test
    void filesWithoutASessionAreRefusedBeforeTheyAreRead() throws Exception {
        String files = "multipart/form-data; boundary=x";
        assertThat(status(request("/data/verify", files, 1000))).isEqualTo(403);
        assertThat(status(request("/api/v1/calls/x/imports", files, 1000))).isEqualTo(200);
        var ours = request("/data/verify", files, 1000);
        ours.setSession(new MockHttpSession());
        assertThat(status(ours)).isEqualTo(200);
        somebody();
        assertThat(status(request("/imports", files, 1000))).isEqualTo(200);
    }
}
