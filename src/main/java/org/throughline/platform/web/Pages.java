package org.throughline.platform.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/// Turns a page record and its template into a response. A handler ends with
/// `return Pages.show(frame, "calls/web/index", page);`
public final class Pages {

    private static final TemplateEngine ENGINE =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.throughline");

    private Pages() {}

    /// @param template the template's path below `src/main/jte`, without its ending; it takes `frame` and `page`
    public static ModelAndView show(Frame frame, String template, Object page) {
        return show(frame, template, page, HttpStatus.OK.value());
    }

    public static ModelAndView show(Frame frame, String template, Object page, int status) {
        return new ModelAndView(new JteView(template + ".jte", frame, page, status));
    }

    /// After a form was handled: go and look at this address of the site, in the reader's language.
    public static ModelAndView goTo(Frame frame, String path) {
        return goToAddress(frame.url(path));
    }

    /// The same for an address that already carries its language.
    public static ModelAndView goToAddress(String address) {
        return new ModelAndView((model, request, response) -> {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader("Location", address);
        });
    }

    static void render(String template, Frame frame, Utf8ByteOutput output) {
        ENGINE.render(template, Map.of("frame", frame), output);
    }

    private record JteView(String template, Frame frame, Object page, int status) implements View {

        @Override
        public String getContentType() {
            return "text/html;charset=utf-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            var output = new Utf8ByteOutput();
            ENGINE.render(template, Map.of("frame", frame, "page", page), output);
            response.setStatus(status);
            response.setContentType(getContentType());
            // In one piece: the server would count and compress the many pieces of a template one by one.
            byte[] body = output.toByteArray();
            if (request.getAttribute(PageStore.RECORDING) instanceof PageStore.Recording recording
                    && recording.wanted()) {
                if (!recording.stranger) recording.strangersCorner = ReadersCorner.of(frame.forStrangers());
                response.getOutputStream().write(body);
            } else {
                Gzip.send(body, request, response);
            }
        }
    }
}
