package org.throughline.directory;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// A reader with a session of their own and a machine of their own.
final class Browser {

    private final MockMvc web;
    private final String client;
    private MockHttpSession session = new MockHttpSession();

    Browser(MockMvc web, String client) {
        this.web = web;
        this.client = client;
    }

    static Browser of(MockMvc web) {
        return new Browser(web, "192.0.2." + (1 + (int) (Math.random() * 250)));
    }

    Answer see(String address) throws Exception {
        return send(get(java.net.URI.create(address)));
    }

    /// Sends a form; fields are given as name, value, name, value …
    Answer send(String address, String... fields) throws Exception {
        MockHttpServletRequestBuilder request =
                post(java.net.URI.create(address)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) request = request.param(fields[i], fields[i + 1]);
        return send(request);
    }

    boolean isSignedIn() throws Exception {
        return see("/account").status() == 200;
    }

    private Answer send(MockHttpServletRequestBuilder request) throws Exception {
        if (session.isInvalid()) session = new MockHttpSession();
        var result = web.perform(request.session(session).with(r -> {
                    r.setRemoteAddr(client);
                    return r;
                }))
                .andReturn();
        if (result.getRequest().getSession(false) instanceof MockHttpSession now) session = now;
        return new Answer(result.getResponse());
    }

    record Answer(MockHttpServletResponse response) {

        int status() {
            return response.getStatus();
        }

        String location() {
            return String.valueOf(response.getHeader("Location"));
        }

        Document page() throws Exception {
            return Jsoup.parse(response.getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
        }

        String words() throws Exception {
            return page().text();
        }
    }
}
