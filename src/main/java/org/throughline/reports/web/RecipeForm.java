package org.throughline.reports.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.throughline.platform.Languages;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Typed;
import org.throughline.reports.Chapter;
import org.throughline.reports.Figure;
import org.throughline.reports.Recipe;
import org.throughline.reports.Recipe.Basis;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.vocabulary.Term;
import org.throughline.vocabulary.Vocabulary;

/// A recipe as it is typed: fills the form from a recipe, and reads it back with everything that is wrong.
final class RecipeForm {

    private static final int EARLIEST = 1900;
    private static final int LATEST = 2200;
    private static final int LONGEST_TITLE = 300;

    private RecipeForm() {}

    static Typed fill(Recipe recipe, String slug) {
        var typed = new java.util.LinkedHashMap<String, List<String>>();
        typed.put("slug", List.of(slug));
        recipe.title().texts().forEach((language, words) -> typed.put("title-" + language, List.of(words)));
        typed.put("collection", List.of(recipe.collection()));
        typed.put("regions", recipe.regions());
        typed.put("basis", List.of(recipe.period().basis().code()));
        typed.put("from", List.of(year(recipe.period().from())));
        typed.put("to", List.of(year(recipe.period().to())));
        typed.put("chapters", recipe.chapters().stream().map(Chapter::code).toList());
        typed.put("lines", recipe.lines());
        typed.put("figures", recipe.figures().stream().map(Figure::code).toList());
        typed.put("digests", List.of(String.valueOf(recipe.digests())));
        typed.put(
                "featured",
                List.of(String.join(
                        " ", recipe.featured().stream().map(String::valueOf).toList())));
        typed.put("languages", recipe.languages());
        typed.put("language", List.of(recipe.language()));
        typed.put("introduction", List.of(recipe.words().introduction()));
        typed.put("conclusions", List.of(recipe.words().conclusions()));
        typed.put("acknowledgements", List.of(recipe.words().acknowledgements()));
        return new Typed(typed);
    }

    private static String year(int year) {
        return year == 0 ? "" : String.valueOf(year);
    }

    /// The recipe that was typed; nothing, and what is wrong, where it is none.
    static Optional<Recipe> read(
            Frame frame,
            Typed typed,
            List<ProjectCollection> collections,
            Vocabulary vocabulary,
            FormErrors.Collector errors) {
        LocalizedText title = typed.text("title");
        if (title.isEmpty()) errors.add("title-en", frame.t("reports.form.title.missing"));
        if (title.texts().values().stream().anyMatch(text -> text.length() > LONGEST_TITLE))
            errors.add("title-en", frame.t("reports.form.title.long", LONGEST_TITLE));
        String collection = typed.of("collection");
        if (collections.stream().noneMatch(one -> one.slug().equals(collection)))
            errors.add("collection", frame.t("reports.form.collection.missing"));
        int from = year(frame, typed, "from", errors);
        int to = year(frame, typed, "to", errors);
        if (from != 0 && to != 0 && from > to) errors.add("to", frame.t("reports.form.year.order"));
        int digests = digests(frame, typed, errors);
        List<Long> featured = featured(frame, typed, errors);
        String language = typed.of("language");
        if (!Languages.ALL.contains(language)) errors.add("language", frame.t("reports.form.language.missing"));
        for (String words : List.of("introduction", "conclusions", "acknowledgements"))
            if (typed.of(words).length() > Recipe.LONGEST_TEXT)
                errors.add(words, frame.t("reports.form.words.long", Recipe.LONGEST_TEXT));
        typed.unstorable().forEach(field -> errors.add(field, frame.t("reports.form.unstorable")));
        if (!errors.isEmpty()) return Optional.empty();
        return Optional.of(new Recipe(
                title,
                collection,
                known(typed.all("regions"), vocabulary.leaves(Vocabulary.REGIONS)),
                new Recipe.Period(Basis.of(typed.of("basis")), from, to),
                Arrays.stream(Chapter.values())
                        .filter(chapter -> typed.has("chapters", chapter.code()))
                        .toList(),
                known(typed.all("lines"), vocabulary.leaves(Vocabulary.ACTION_LINES)),
                Arrays.stream(Figure.values())
                        .filter(figure -> typed.has("figures", figure.code()))
                        .toList(),
                digests,
                featured,
                Languages.ALL.stream()
                        .filter(one -> typed.has("languages", one))
                        .toList(),
                language,
                new Recipe.Words(
                        typed.of("introduction").strip(),
                        typed.of("conclusions").strip(),
                        typed.of("acknowledgements").strip())));
    }

    // In the order of the vocabulary.
    private static List<String> known(List<String> sent, List<Term> terms) {
        return terms.stream().map(Term::code).filter(sent::contains).toList();
    }

    private static int year(Frame frame, Typed typed, String field, FormErrors.Collector errors) {
        String text = typed.of(field).strip();
        if (text.isEmpty()) return 0;
        if (text.matches("\\d{4}")) {
            int year = Integer.parseInt(text);
            if (year >= EARLIEST && year <= LATEST) return year;
        }
        errors.add(field, frame.t("reports.form.year.wrong"));
        return 0;
    }

    private static int digests(Frame frame, Typed typed, FormErrors.Collector errors) {
        String text = typed.of("digests").strip();
        if (text.matches("\\d{1,3}") && Integer.parseInt(text) <= Recipe.MOST_DIGESTS) return Integer.parseInt(text);
        errors.add("digests", frame.t("reports.form.digests.wrong", Recipe.MOST_DIGESTS));
        return 0;
    }

    private static List<Long> featured(Frame frame, Typed typed, FormErrors.Collector errors) {
        List<Long> numbers = new ArrayList<>();
        for (String word : typed.of("featured").strip().split("[\\s,;،、]+")) {
            if (word.isEmpty()) continue;
            if (!word.matches("[1-9]\\d{0,9}") || numbers.size() >= Recipe.MOST_FEATURED) {
                errors.add("featured", frame.t("reports.form.featured.wrong", Recipe.MOST_FEATURED));
                return List.of();
            }
            numbers.add(Long.valueOf(word));
        }
        return numbers.stream().distinct().toList();
    }
}
