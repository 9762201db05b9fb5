package org.throughline.notices;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.directory.EmailAddress;

/// The form by which a stranger follows, and the mails that come of it.
final class FollowMails {

    private FollowMails() {}

    static List<Map<String, Object>> to(JdbcClient jdbc, EmailAddress address) {
        return jdbc.sql(
                        "SELECT language, subject, text_body, unsubscribe FROM mail.message WHERE to_address = ? ORDER BY id")
                .param(address.value())
                .query()
                .listOfRows();
    }

    static String link(Map<String, Object> mail) {
        var found = java.util.regex.Pattern.compile("https?://[^/\\s]+(/\\S+)").matcher((String) mail.get("text_body"));
        if (!found.find()) throw new AssertionError("No link");
        return found.group(1);
    }

    static MockHttpServletResponse send(MockMvc web, String path, String... fields) throws Exception {
        var request = post(path).with(SecurityMockMvcRequestPostProcessors.csrf());
        for (int i = 0; i < fields.length; i += 2) request.param(fields[i], fields[i + 1]);
        return web.perform(request).andReturn().getResponse();
    }
}
