package org.throughline.reports.web;

import java.util.Optional;
import org.throughline.platform.Refusal;
import org.throughline.reports.PublishedReport;
import org.throughline.reports.PublishedReports;

/// What an address chooses. Anything that is no choice is not found, and nothing breaks.
final class Chosen {

    private Chosen() {}

    static PublishedReport edition(PublishedReports reports, String slug, Optional<String> edition) {
        Integer number =
                edition.map(text -> number(text).orElseThrow(Refusal::notFound)).orElse(null);
        return reports.find(slug, number).orElseThrow(Refusal::notFound);
    }

    static Optional<Integer> number(String text) {
        return text.matches("[1-9]\\d{0,8}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
