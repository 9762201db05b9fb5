package org.throughline.stocktaking.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.throughline.platform.Languages;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.web.Frame;
import org.throughline.stocktaking.Facet;
import org.throughline.stocktaking.Light;
import org.throughline.stocktaking.ProjectForm;
import org.throughline.stocktaking.ProjectForm.Choice;
import org.throughline.stocktaking.ProjectLine;
import org.throughline.stocktaking.RegisterQuery.Sort;
import org.throughline.vocabulary.TermNames;
import org.throughline.vocabulary.Vocabulary;

/// What the codes of the register are called in the reader's language.
@Component
public class ProjectWords {

    private final TermNames terms;
    private final Vocabulary vocabulary;
    private final Clock clock;

    ProjectWords(TermNames terms, Vocabulary vocabulary, Clock clock) {
        this.terms = terms;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    String title(Frame frame, Facet facet) {
        return switch (facet) {
            case ACTION_LINE -> frame.t("stocktaking.facet.action-line");
            case SDG -> frame.t("stocktaking.facet.sdg");
            case GDC -> frame.t("stocktaking.facet.gdc");
            case COUNTRY -> frame.t("stocktaking.facet.country");
            case REGION -> frame.t("stocktaking.facet.region");
            case STAKEHOLDER_TYPE -> frame.t("stocktaking.facet.type");
            case ACTIVITY_TYPE -> frame.t("stocktaking.facet.activity");
            case BENEFICIARY -> frame.t("stocktaking.facet.beneficiary");
            case COVERAGE -> frame.t("stocktaking.facet.coverage");
            case STATUS -> frame.t("stocktaking.facet.status");
            case YEAR -> frame.t("stocktaking.facet.year");
            case LIGHT -> frame.t("stocktaking.facet.light");
            case LANGUAGE -> frame.t("stocktaking.facet.language");
            case COLLECTION -> frame.t("stocktaking.facet.collection");
        };
    }

    /// @param form of the register, for the choices that are its own
    String value(Frame frame, ProjectForm form, Facet facet, String value) {
        return switch (facet) {
            case ACTION_LINE -> terms.coded(frame, Vocabulary.ACTION_LINES, value);
            case SDG -> terms.coded(frame, Vocabulary.SDGS, value);
            case GDC -> terms.coded(frame, Vocabulary.GDC, value);
            case COUNTRY -> terms.country(value, frame.language());
            case REGION -> terms.region(value, frame.language());
            case STAKEHOLDER_TYPE -> terms.type(value, frame.language());
            case LANGUAGE -> terms.language(value, frame.language());
            case ACTIVITY_TYPE -> choice(frame, form, "activityType", value);
            case BENEFICIARY -> choice(frame, form, "beneficiaries", value);
            case COVERAGE -> choice(frame, form, "coverage", value);
            case STATUS -> choice(frame, form, "status", value);
            case LIGHT -> light(frame, value);
            case YEAR, COLLECTION -> value;
        };
    }

    String language(Frame frame, String code) {
        return terms.language(code, frame.language());
    }

    static String choice(Frame frame, ProjectForm form, String field, String code) {
        LocalizedText label = form.field(field).stream()
                .flatMap(one -> one.choices().stream())
                .filter(choice -> choice.code().equals(code))
                .map(Choice::label)
                .findFirst()
                .orElse(LocalizedText.EMPTY);
        return label.isEmpty() ? code : frame.text(label);
    }

    private static String light(Frame frame, String word) {
        for (Light light : Light.values()) if (light.word().equals(word)) return name(frame, light);
        return word;
    }

    static String name(Frame frame, Light light) {
        return switch (light) {
            case FRESH -> frame.t("stocktaking.light.fresh");
            case DUE -> frame.t("stocktaking.light.due");
            case STALE -> frame.t("stocktaking.light.stale");
            case CLOSED -> frame.t("stocktaking.light.closed");
        };
    }

    /// The shape that stands beside the word: full, half, empty, square.
    static String shape(Light light) {
        return switch (light) {
            case FRESH -> "●";
            case DUE -> "◐";
            case STALE -> "○";
            case CLOSED -> "■";
        };
    }

    static String name(Frame frame, Sort sort) {
        return switch (sort) {
            case BEST_MATCH -> frame.t("stocktaking.list.sort.best");
            case NEWEST -> frame.t("stocktaking.list.sort.newest");
            case OLDEST -> frame.t("stocktaking.list.sort.oldest");
            case TITLE -> frame.t("stocktaking.list.sort.title");
            case CONFIRMED -> frame.t("stocktaking.list.sort.confirmed");
            case STARTED -> frame.t("stocktaking.list.sort.started");
            case COMPLETENESS -> frame.t("stocktaking.list.sort.completeness");
        };
    }

    Light light(ProjectLine line) {
        return line.light(clock.instant());
    }

    String countries(Frame frame, List<String> codes) {
        return Languages.list(
                frame.language(),
                codes.stream()
                        .map(code -> terms.country(code, frame.language()))
                        .toList());
    }

    /// Action lines by their codes; the eight below C7 by what they are about, because C7 alone says nothing.
    String lines(Frame frame, List<String> codes) {
        return Languages.list(
                frame.language(),
                vocabulary.inOrder(Vocabulary.ACTION_LINES, codes).stream()
                        .map(code -> code.contains("-") ? terms.coded(frame, Vocabulary.ACTION_LINES, code) : code)
                        .toList());
    }

    List<String> inOrder(String scheme, List<String> codes) {
        return vocabulary.inOrder(scheme, codes);
    }

    /// Goals by their numbers.
    String goals(Frame frame, List<String> codes) {
        return Languages.list(frame.language(), vocabulary.inOrder(Vocabulary.SDGS, codes));
    }

    /// From which year to which, as far as it is known.
    static String years(Frame frame, ProjectLine line) {
        LocalDate starts = line.startsOn();
        LocalDate ends = line.endsOn();
        if (starts == null) return ends == null ? "" : Integer.toString(ends.getYear());
        String first = Integer.toString(starts.getYear());
        if (ends == null) return frame.t("stocktaking.list.since", first);
        return ends.getYear() == starts.getYear() ? first : first + "–" + ends.getYear();
    }

    static String joined(String... parts) {
        return List.of(parts).stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }
}
