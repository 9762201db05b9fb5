package org.throughline.vocabulary.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.Languages;
import org.throughline.platform.Moments;
import org.throughline.platform.web.Frame;
import org.throughline.vocabulary.Scheme;
import org.throughline.vocabulary.Term;
import org.throughline.vocabulary.Vocabulary;

/// One vocabulary, one version, as a reader sees it.
///
/// @param newest the newest version where this is an older one
/// @param older the other versions there are, newest first
/// @param suffix the query that keeps an older version when the table is taken as a file
/// @param territories whether the names are of countries and territories, which takes a disclaimer
public record VocabularyPage(
        String name,
        String title,
        String note,
        String source,
        String date,
        @Nullable String newest,
        List<String> older,
        String suffix,
        boolean territories,
        List<Row> rows) {

    /// One term: its name in the reader's language, what is known about it, and its names in the other languages.
    public record Row(String code, boolean child, String name, List<String> facts, List<Other> others) {}

    /// A name in another language.
    public record Other(String language, String direction, String name) {}

    static VocabularyPage of(Vocabulary vocabulary, Scheme scheme, Frame frame) {
        var versions = vocabulary.versions(scheme.name());
        var newest = versions.getFirst();
        boolean current = scheme.version().equals(newest);
        var rows = vocabulary.terms(scheme.name(), scheme.version()).stream()
                .map(term -> row(term, vocabulary, frame))
                .toList();
        return new VocabularyPage(
                scheme.name(),
                frame.text(scheme.title()),
                frame.text(scheme.note()),
                scheme.source(),
                Moments.in(frame.language()).date(LocalDate.parse(scheme.version())),
                current ? null : newest,
                versions.stream()
                        .filter(version -> !version.equals(scheme.version()))
                        .toList(),
                current ? "" : "?version=" + scheme.version(),
                scheme.name().equals(Vocabulary.COUNTRIES),
                rows);
    }

    private static Row row(Term term, Vocabulary vocabulary, Frame frame) {
        var others = Languages.ALL.stream()
                .filter(language -> !language.equals(frame.language()))
                .filter(language -> term.names().in(language).isPresent())
                .map(language -> new Other(language, Languages.direction(language), term.name(language)))
                .toList();
        return new Row(
                term.code(),
                term.parent() != null,
                term.name(frame.language()),
                facts(term, vocabulary, frame),
                others);
    }

    private static List<String> facts(Term term, Vocabulary vocabulary, Frame frame) {
        var facts = new ArrayList<String>();
        term.attribute("prize-category")
                .ifPresent(value -> facts.add(frame.t("vocabulary.fact.prize-category", value)));
        term.attribute("alpha3").ifPresent(value -> facts.add(frame.t("vocabulary.fact.alpha3", value)));
        term.attribute("m49").ifPresent(value -> facts.add(frame.t("vocabulary.fact.m49", value)));
        term.attribute("itu-region")
                .map(region -> vocabulary.name(Vocabulary.REGIONS, region, frame.language()))
                .ifPresent(region -> facts.add(frame.t("vocabulary.fact.itu-region", region)));
        term.attribute("un-status").ifPresent(value -> facts.add(status(value, frame)));
        if (term.attribute("ldc").isPresent()) facts.add(frame.t("vocabulary.fact.ldc"));
        if (term.attribute("lldc").isPresent()) facts.add(frame.t("vocabulary.fact.lldc"));
        if (term.attribute("sids").isPresent()) facts.add(frame.t("vocabulary.fact.sids"));
        return facts;
    }

    private static String status(String value, Frame frame) {
        return switch (value) {
            case "member" -> frame.t("vocabulary.fact.member");
            case "observer" -> frame.t("vocabulary.fact.observer");
            default -> value;
        };
    }
}
