package org.throughline.platform;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request that is refused for a reason the reader can understand and act on. Shown as a page in the reader's
/// language or as an RFC 9457 problem whose type is `/problems/<slug>`. Anything else that goes wrong shows a
/// reference only.
public class Refusal extends RuntimeException {

    private final String slug;
    private final int status;
    private final String messageKey;
    private final transient List<Object> arguments;
    private @Nullable Duration retryAfter;

    /// @param slug the last part of the problem's type address, such as `call-not-open`
    /// @param status the HTTP status, 4xx or 503
    /// @param messageKey the message that says what happened, what was kept and what to do
    public Refusal(String slug, int status, String messageKey, Object... arguments) {
        super(slug + " " + Arrays.toString(arguments));
        this.slug = slug;
        this.status = status;
        this.messageKey = messageKey;
        this.arguments = List.of(arguments);
    }

    public static Refusal notFound() {
        return new Refusal("not-found", 404, "platform.problem.not-found");
    }

    public static Refusal forbidden() {
        return new Refusal("forbidden", 403, "platform.problem.forbidden");
    }

    public static Refusal signInFirst() {
        return new Refusal("sign-in-first", 401, "platform.problem.sign-in-first");
    }

    /// The thing was changed in another tab or by somebody else since the reader opened it.
    public static Refusal stale() {
        return new Refusal("stale", 409, "platform.problem.stale");
    }

    public static Refusal badRequest() {
        return new Refusal("bad-request", 400, "platform.problem.bad-request");
    }

    /// More than the program takes in with one request.
    public static Refusal tooLarge() {
        return new Refusal("too-large", 413, "platform.problem.too-large");
    }

    public static Refusal tooMany() {
        return new Refusal("too-many-requests", 429, "platform.problem.too-many");
    }

    /// The machine has its hands full, for whoever asks; unlike [#tooMany], which is about what one person did.
    public static Refusal busy() {
        return new Refusal("busy", 503, "platform.problem.busy").after(Duration.ofSeconds(30));
    }

    /// How long to wait before trying again makes sense; told to programs in `Retry-After`.
    public Refusal after(Duration wait) {
        this.retryAfter = wait;
        return this;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /// What a program needs to know besides the title: further members of the RFC 9457 problem.
    ///
    /// @param texts the words of the reader's language
    public Map<String, Object> details(Messages.Texts texts) {
        return Map.of();
    }

    public String slug() {
        return slug;
    }

    public int status() {
        return status;
    }

    public String messageKey() {
        return messageKey;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
