package org.throughline.platform.web;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.throughline.platform.Json;
import org.throughline.platform.Languages;
import org.throughline.platform.Messages;

/// What the container cannot read, such as an address that is none, reaches no filter and no handler. It is refused in
/// the words of every other refusal, instead of with the container's own page.
@Component
class UnreadableRequests implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

    private static final Logger log = LoggerFactory.getLogger(UnreadableRequests.class);

    private final Messages messages;

    UnreadableRequests(Messages messages) {
        this.messages = messages;
    }

    @Override
    public int getOrder() {
        // After the framework's own page, so that this one stands nearer to the refusal and speaks first.
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new Answer()));
    }

    private final class Answer extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            int status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) return;
            try {
                boolean program = request.getRequestURI() != null
                        && request.getRequestURI().startsWith("/api/");
                String words = words(request, status);
                response.setContentType(program ? "application/problem+json" : "text/html");
                response.setCharacterEncoding("utf-8");
                response.setHeader("Content-Security-Policy", "default-src 'none'");
                response.setHeader("X-Content-Type-Options", "nosniff");
                Writer writer = response.getReporter();
                if (writer == null) return;
                writer.write(program ? problem(status, words) : page(request, words));
                response.finishResponse();
            } catch (IOException e) {
                log.debug("The reader left before the refusal was sent");
            }
        }
    }

    private String words(Request request, int status) {
        Messages.Texts texts = messages.in(language(request));
        return status < 500 ? texts.of("platform.problem.bad-request") : texts.of("platform.problem.failure", "–");
    }

    private static String problem(int status, String words) {
        return Json.write(Map.of("type", "/problems/bad-request", "title", words, "status", status));
    }

    private String page(Request request, String words) {
        String language = language(request);
        Messages.Texts texts = messages.in(language);
        String title = texts.of("platform.problem.title");
        return """
                <!doctype html>
                <html lang="%s" dir="%s">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <h1>%s</h1>
                <p>%s</p>
                <p><a href="/">%s</a></p>
                """.formatted(
                language, Languages.direction(language), title, title, words, texts.of("platform.problem.home"));
    }

    private static String language(Request request) {
        String path = String.valueOf(request.getRequestURI());
        String asked = request.getLocale().getLanguage();
        return Languages.ALL.stream()
                .filter(language -> path.startsWith("/" + language + "/"))
                .findFirst()
                .orElse(Languages.ALL.contains(asked) ? asked : Languages.DEFAULT);
    }
}
