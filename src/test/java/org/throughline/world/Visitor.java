package org.throughline.world;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.throughline.directory.DemoPeople;

/// One of the example people at a browser without script, signed in.
public final class Visitor {

    private final MockMvc web;
    private MockHttpSession session = new MockHttpSession();

    private Visitor(MockMvc web) {
        this.web = web;
    }

    /// Somebody who is not signed in.
    public static Visitor stranger(MockMvc web) {
        return new Visitor(web);
    }

    /// @param persona the code of an example person, such as `secretariat` or `contributor`
    public static Visitor as(MockMvc web, DemoPeople people, String persona) throws Exception {
        people.ensure();
        var visitor = new Visitor(web);
        if (visitor.send("/demo/people/" + persona).status() != 303)
            throw new AssertionError(persona + " was not let in");
        return visitor;
    }

    public Answer see(String address) throws Exception {
        return perform(get(URI.create(address)));
    }

    /// Sends a form; fields are given as name, value, name, value …
    public Answer send(String address, String... fields) throws Exception {
        var request = post(URI.create(address)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) request.param(fields[i], fields[i + 1]);
        return perform(request);
    }

    /// Sends a form with a file.
    public Answer send(String address, MockMultipartFile file, String... fields) throws Exception {
        return send(address, List.of(file), fields);
    }

    /// The same with several files.
    public Answer send(String address, List<MockMultipartFile> files, String... fields) throws Exception {
        var request = multipart(URI.create(address));
        files.forEach(request::file);
        request.with(csrf());
        for (int i = 0; i < fields.length; i += 2) request.param(fields[i], fields[i + 1]);
        return perform(request);
    }

    /// Sends the form of a page as it stands there, with some fields typed over: name, value, name, value …
    public Answer fill(String page, String action, String... fields) throws Exception {
        Element form = see(page).page().selectFirst("form[action=" + action + "]");
        if (form == null) throw new AssertionError("No form to " + action + " on " + page);
        List<String> sent = new ArrayList<>();
        for (Element control : form.select("input[name], textarea[name], select[name]")) {
            boolean typedOver = false;
            for (int i = 0; i < fields.length; i += 2) typedOver |= fields[i].equals(control.attr("name"));
            boolean box = control.attr("type").equals("checkbox")
                    || control.attr("type").equals("radio");
            if (typedOver
                    || box && !control.hasAttr("checked")
                    || control.attr("name").equals("_csrf")) continue;
            sent.add(control.attr("name"));
            Element chosen = control.selectFirst("option[selected]");
            if (chosen == null) chosen = control.selectFirst("option");
            sent.add(control.tagName().equals("select") ? (chosen == null ? "" : chosen.attr("value")) : control.val());
        }
        sent.addAll(List.of(fields));
        return send(action, sent.toArray(String[]::new));
    }

    private Answer perform(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        var result = web.perform(request.session(session)).andReturn();
        if (result.getRequest().getSession(false) instanceof MockHttpSession now) session = now;
        return new Answer(result.getResponse());
    }

    /// What came back.
    public record Answer(MockHttpServletResponse response) {

        public int status() {
            return response.getStatus();
        }

        public String location() {
            return String.valueOf(response.getHeader("Location"));
        }

        public String html() throws Exception {
            return response.getContentAsString(StandardCharsets.UTF_8);
        }

        public Document page() throws Exception {
            Document page = Jsoup.parse(html());
            page.outputSettings().prettyPrint(false);
            return page;
        }

        public String words() throws Exception {
            return page().text();
        }
    }
}
