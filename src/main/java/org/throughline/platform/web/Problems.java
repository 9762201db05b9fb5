package org.throughline.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.throughline.platform.Languages;
import org.throughline.platform.Messages;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.FormExpired;
import org.throughline.platform.web.Signpost.Way;

/// Every refusal and every failure, once: as a page in the reader's language, or as an RFC 9457 problem for
/// programs. A failure nobody foresaw shows a reference that stands in the log, never a message of the machine.
@ControllerAdvice
public class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private static final String QUERY_CANCELED = "57014";

    private final FrameResolver frames;
    private final Messages messages;
    private final List<Signpost> signposts;

    Problems(FrameResolver frames, Messages messages, List<Signpost> signposts) {
        this.frames = frames;
        this.messages = messages;
        this.signposts = List.copyOf(signposts);
    }

    @ExceptionHandler
    @Nullable
    Object refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
        Frame frame = frames.frameOf(request);
        if (refusal.retryAfter() != null)
            response.setHeader(
                    "Retry-After",
                    String.valueOf(Math.max(1, refusal.retryAfter().toSeconds())));
        if (refusal.status() == 401 && !wantsJson(request) && "GET".equals(request.getMethod()))
            return Pages.goToAddress(frame.signInUrl());
        if ((refusal.status() == 401 || refusal instanceof FormExpired) && !wantsJson(request)) {
            KeptForm kept = KeptForm.of(frame, request);
            if (kept != null) return Pages.show(frame, "platform/web/kept-form", kept, refusal.status());
        }
        return answer(request, frame, refusal, null);
    }

    @ExceptionHandler
    @Nullable
    Object tooLarge(MaxUploadSizeExceededException e, HttpServletRequest request) {
        return answer(request, Refusal.tooLarge(), null);
    }

    @ExceptionHandler({
        HttpMessageNotReadableException.class,
        TypeMismatchException.class,
        IllegalArgumentException.class
    })
    @Nullable
    Object unreadable(Exception e, HttpServletRequest request) {
        if (e instanceof IllegalArgumentException) log.warn("Refused as a bad request: {}", forLog(request), e);
        return answer(request, Refusal.badRequest(), null);
    }

    @ExceptionHandler({
        CannotCreateTransactionException.class,
        DataAccessResourceFailureException.class,
        QueryTimeoutException.class
    })
    @Nullable
    Object databaseAway(Exception e, HttpServletRequest request) {
        if (isStopped(e)) {
            log.warn("A question to the database took too long: {}", forLog(request));
            return answer(request, new Refusal("too-slow", 503, "platform.problem.too-slow"), null);
        }
        log.error("The database does not answer: {}", e.getMessage());
        return answer(request, new Refusal("database-away", 503, "platform.problem.database-away"), null);
    }

    private static boolean isStopped(@Nullable Throwable e) {
        return e != null
                && (e instanceof SQLException sql && QUERY_CANCELED.equals(sql.getSQLState())
                        || isStopped(e.getCause()));
    }

    @ExceptionHandler
    void readerLeft(AsyncRequestNotUsableException e) {
        log.debug("The reader left before the answer was sent");
    }

    @ExceptionHandler
    @Nullable
    Object anythingElse(Exception e, HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted() && isReadersLeaving(e)) {
            log.debug("The reader left before the whole of {} was sent", forLog(request));
            return null;
        }
        if (response.isCommitted()) {
            log.error("Failed while sending {}", forLog(request), e);
            return null;
        }
        if (e instanceof ErrorResponse framework && framework.getStatusCode().is4xxClientError()) {
            framework.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
            return answer(request, ofStatus(framework.getStatusCode().value()), null);
        }
        String reference = UUID.randomUUID().toString().substring(0, 8);
        log.error("Failed [{}] {} {}", reference, request.getMethod(), forLog(request), e);
        return answer(request, new Refusal("failure", 500, "platform.problem.failure", reference), reference);
    }

    /// What Tomcat and Spring say when nobody reads on, however deep in the failure of what was being written.
    private static boolean isReadersLeaving(@Nullable Throwable e) {
        return e != null
                && (e instanceof ClientAbortException
                        || e instanceof AsyncRequestNotUsableException
                        || isReadersLeaving(e.getCause()));
    }

    // One-time links carry their secret in the path; the log must not.
    private static String forLog(HttpServletRequest request) {
        return request.getRequestURI().replaceAll("[A-Za-z0-9_-]{40,}", "…");
    }

    private static Refusal ofStatus(int status) {
        return switch (status) {
            case 404 -> Refusal.notFound();
            case 405 -> new Refusal("method-not-allowed", 405, "platform.problem.method");
            case 413 -> Refusal.tooLarge();
            case 415, 406 -> new Refusal("media-type", status, "platform.problem.media-type");
            default -> new Refusal("bad-request", status, "platform.problem.bad-request");
        };
    }

    private Object answer(HttpServletRequest request, Refusal refusal, @Nullable String reference) {
        return answer(request, frames.frameOf(request), refusal, reference);
    }

    private Object answer(HttpServletRequest request, Frame frame, Refusal refusal, @Nullable String reference) {
        if (!wantsJson(request))
            return Pages.show(
                    frame,
                    "platform/web/problem",
                    new ProblemPage(
                            refusal.status(),
                            frame.t(refusal.messageKey(), refusal.arguments().toArray()),
                            reference,
                            back(request),
                            refusal.status() == 404 ? way(frame) : null),
                    refusal.status());
        Messages.Texts texts = forProgram(request, frame);
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "/problems/" + refusal.slug());
        problem.put("title", texts.of(refusal.messageKey(), refusal.arguments().toArray()));
        problem.put("status", refusal.status());
        problem.put("instance", original(request, RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI()));
        if (reference != null) problem.put("reference", reference);
        problem.putAll(refusal.details(texts));
        return ResponseEntity.status(refusal.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, texts.language())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body(problem);
    }

    // The addresses of the API are the same in every language; who reads its words says in which.
    private Messages.Texts forProgram(HttpServletRequest request, Frame frame) {
        return frame.language().equals(Languages.DEFAULT)
                ? messages.in(Languages.wanted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)))
                : frame.texts();
    }

    private @Nullable Way way(Frame frame) {
        return signposts.stream()
                .flatMap(post -> post.from(frame, frame.path()).stream())
                .findFirst()
                .orElse(null);
    }

    private static boolean wantsJson(HttpServletRequest request) {
        String uri = original(request, RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
        String accept = request.getHeader("Accept");
        return uri.startsWith("/api/") || (accept != null && accept.contains("json") && !accept.contains("text/html"));
    }

    // After a form the page before is where one goes on; to an address that was typed there is no page before.
    private static @Nullable String back(HttpServletRequest request) {
        String method = original(request, RequestDispatcher.ERROR_METHOD, request.getMethod());
        return "GET".equals(method) ? null : KeptForm.cameFrom(request);
    }

    // What the container could not read it sends to /error with GET; these are what the reader asked for.
    private static String original(HttpServletRequest request, String attribute, String now) {
        return request.getAttribute(attribute) instanceof String asked ? asked : now;
    }

    /// A refusal or failure as the reader sees it.
    ///
    /// @param back the page with the form that was refused, where there was one
    public record ProblemPage(
            int status,
            String words,
            @Nullable String reference,
            @Nullable String back,
            @Nullable Way way) {}
}
