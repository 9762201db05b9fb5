package org.throughline.notices.web;

import org.throughline.platform.Refusal;

/// What is said of a link from a mail that cannot be used.
final class LinkRefusals {

    private LinkRefusals() {}

    static Refusal notOurs() {
        return new Refusal("link-not-ours", 404, "notices.problem.link-not-ours");
    }
}
