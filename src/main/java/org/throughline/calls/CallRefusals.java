package org.throughline.calls;

import org.throughline.platform.Refusal;

/// Why something cannot be done with a call.
public final class CallRefusals {

    private CallRefusals() {}

    static Refusal slugTaken(String slug) {
        return new Refusal("call-slug-taken", 409, "calls.problem.slug-taken", slug);
    }

    static Refusal slugWrong() {
        return new Refusal("call-slug-wrong", 422, "calls.problem.slug-wrong");
    }

    static Refusal windowWrong() {
        return new Refusal("call-window-wrong", 422, "calls.problem.window-wrong");
    }

    static Refusal notComplete() {
        return new Refusal("call-not-complete", 409, "calls.problem.not-complete");
    }

    static Refusal notPublished() {
        return new Refusal("call-not-published", 409, "calls.problem.not-published");
    }

    static Refusal extensionNotLater() {
        return new Refusal("call-extension-not-later", 422, "calls.problem.extension-not-later");
    }

    static Refusal reasonMissing() {
        return new Refusal("call-reason-missing", 422, "calls.problem.reason-missing");
    }

    static Refusal publishedWindow() {
        return new Refusal("call-window-published", 409, "calls.problem.window-published");
    }

    static Refusal alreadyClosed() {
        return new Refusal("call-already-closed", 409, "calls.problem.already-closed");
    }

    static Refusal tooManyQuestions(long count, int most) {
        return new Refusal("questionnaire-too-long", 422, "calls.problem.questionnaire-too-long", count, most);
    }

    static Refusal questionnaireWrong(String where) {
        return new Refusal("questionnaire-wrong", 422, "calls.problem.questionnaire-wrong", where);
    }
}
