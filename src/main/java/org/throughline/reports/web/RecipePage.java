package org.throughline.reports.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.Languages;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Typed;
import org.throughline.reports.Chapter;
import org.throughline.reports.Figure;
import org.throughline.reports.Recipe.Basis;
import org.throughline.reports.Report;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.vocabulary.Term;
import org.throughline.vocabulary.TermNames;
import org.throughline.vocabulary.Vocabulary;

/// The form of a recipe.
///
/// @param report whose recipe is changed; absent while a report is begun
public record RecipePage(
        @Nullable Report report,
        Typed typed,
        FormErrors errors,
        List<ProjectCollection> collections,
        Vocabulary vocabulary,
        TermNames names) {

    public List<Option> collections(Frame frame) {
        return collections.stream()
                .map(one -> new Option(
                        one.slug(), frame.text(one.name()), one.slug().equals(typed.of("collection"))))
                .toList();
    }

    public List<Option> regions(Frame frame) {
        return vocabulary.leaves(Vocabulary.REGIONS).stream()
                .map(region -> option("regions", region, frame))
                .toList();
    }

    public List<Option> lines(Frame frame) {
        return vocabulary.leaves(Vocabulary.ACTION_LINES).stream()
                .map(line -> new Option(
                        line.code(),
                        names.coded(frame, Vocabulary.ACTION_LINES, line.code()),
                        typed.has("lines", line.code())))
                .toList();
    }

    private Option option(String field, Term term, Frame frame) {
        return new Option(term.code(), term.name(frame.language()), typed.has(field, term.code()));
    }

    public List<Option> bases(Frame frame) {
        return Arrays.stream(Basis.values())
                .map(basis -> new Option(
                        basis.code(), basis(frame, basis), basis.code().equals(typed.of("basis"))))
                .toList();
    }

    private static String basis(Frame frame, Basis basis) {
        return switch (basis) {
            case RECEIVED -> frame.t("reports.form.basis.received");
            case CHANGED -> frame.t("reports.form.basis.changed");
            case STARTED -> frame.t("reports.form.basis.started");
        };
    }

    /// Those that may be left out.
    public List<Option> chapters(Frame frame) {
        return Arrays.stream(Chapter.values())
                .filter(chapter -> !chapter.isAlways())
                .map(chapter -> new Option(
                        chapter.code(),
                        ReportWords.chapter(chapter, frame.texts()),
                        typed.has("chapters", chapter.code())))
                .toList();
    }

    public List<Option> figures(Frame frame) {
        return Arrays.stream(Figure.values())
                .map(figure -> new Option(
                        figure.code(), frame.t(Labels.titleKey(figure)), typed.has("figures", figure.code())))
                .toList();
    }

    public List<Option> files() {
        return Languages.ALL.stream()
                .map(language -> new Option(language, Languages.endonym(language), typed.has("languages", language)))
                .toList();
    }

    public List<Option> languages() {
        return Languages.ALL.stream()
                .map(language ->
                        new Option(language, Languages.endonym(language), language.equals(typed.of("language"))))
                .toList();
    }

    public List<String> allLanguages() {
        return Languages.ALL;
    }
}
