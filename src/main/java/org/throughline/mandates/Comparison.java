package org.throughline.mandates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.LocalizedText;

/// Two revisions side by side, paragraph by paragraph. Paragraphs are numbered anew when one is put in, so the words
/// count before the label: those that say the same belong together, then those with one label and much in common, then
/// those most alike, and at last what only shares its label.
public final class Comparison {

    // Below this, two paragraphs have words in common but not their matter.
    private static final double ALIKE = 0.4;
    // Each is compared with each: texts of bodies have a hundred paragraphs, not thousands.
    private static final int MOST = 500;

    private Comparison() {}

    /// Two paragraphs that belong together; one of them is absent where the other stands alone.
    public record Pair(@Nullable Paragraph before, @Nullable Paragraph after) {}

    /// What is compared of two paragraphs, in one language: the official words where both have them, else ours.
    ///
    /// @param official whether it is the words of the document
    public record Texts(String language, String before, String after, boolean official) {}

    /// In the order of the later revision; what is gone stands behind the paragraph that it followed.
    public static List<Pair> of(List<Paragraph> before, List<Paragraph> after, String language) {
        Map<Paragraph, Paragraph> partners = new LinkedHashMap<>();
        byKey(before, after, partners, one -> plain(one.label()) + '\n' + said(one, language));
        byKey(before, after, partners, one -> said(one, language));
        byLabel(before, after, partners, language, ALIKE);
        alike(left(before, partners.values()), left(after, partners.keySet()), language)
                .forEach(partners::put);
        byLabel(before, after, partners, language, 0);
        return inOrder(before, after, partners);
    }

    private static List<Paragraph> left(List<Paragraph> all, Collection<Paragraph> taken) {
        return all.stream().filter(one -> !taken.contains(one)).limit(MOST).toList();
    }

    private static void byKey(
            List<Paragraph> before,
            List<Paragraph> after,
            Map<Paragraph, Paragraph> partners,
            Function<Paragraph, String> key) {
        Map<String, Paragraph> known = new HashMap<>();
        before.stream()
                .filter(one -> !partners.containsValue(one))
                .forEach(one -> known.putIfAbsent(key.apply(one), one));
        for (Paragraph one : after) {
            Paragraph same = partners.containsKey(one) ? null : known.remove(key.apply(one));
            if (same != null) partners.put(one, same);
        }
    }

    private static void byLabel(
            List<Paragraph> before,
            List<Paragraph> after,
            Map<Paragraph, Paragraph> partners,
            String language,
            double least) {
        Map<Paragraph, Paragraph> same = new LinkedHashMap<>(partners);
        byKey(before, after, same, one -> plain(one.label()));
        same.forEach((now, was) -> {
            if (partners.containsKey(now)) return;
            Texts texts = texts(was, now, language);
            if (likeness(texts.before(), texts.after()) >= least) partners.put(now, was);
        });
    }

    private static String said(Paragraph one, String language) {
        return (one.official().isEmpty() ? one.words() : one.official()).textFor(language);
    }

    private static Map<Paragraph, Paragraph> alike(List<Paragraph> before, List<Paragraph> after, String language) {
        record Candidate(Paragraph before, Paragraph after, double likeness) {}
        var candidates = new ArrayList<Candidate>();
        for (Paragraph one : before)
            for (Paragraph other : after) {
                Texts texts = texts(one, other, language);
                double likeness = likeness(texts.before(), texts.after());
                if (likeness >= ALIKE) candidates.add(new Candidate(one, other, likeness));
            }
        candidates.sort(Comparator.comparingDouble(Candidate::likeness).reversed());
        Map<Paragraph, Paragraph> partners = new LinkedHashMap<>();
        Set<Paragraph> taken = new HashSet<>();
        for (Candidate one : candidates)
            if (!partners.containsKey(one.after()) && taken.add(one.before())) partners.put(one.after(), one.before());
        return partners;
    }

    private static List<Pair> inOrder(
            List<Paragraph> before, List<Paragraph> after, Map<Paragraph, Paragraph> partners) {
        var pairs = new ArrayList<Pair>();
        after.forEach(one -> pairs.add(new Pair(partners.get(one), one)));
        for (int i = 0; i < before.size(); i++) {
            Paragraph gone = before.get(i);
            if (partners.containsValue(gone)) continue;
            int at = 0;
            for (int j = 0; j < i; j++)
                for (int k = at; k < pairs.size(); k++)
                    if (before.get(j).equals(pairs.get(k).before())) at = k + 1;
            pairs.add(at, new Pair(gone, null));
        }
        return pairs;
    }

    /// What of them is compared for a reader of a language.
    public static Texts texts(Paragraph before, Paragraph after, String language) {
        for (String one : List.of(language, "en", "fr", "es", "ru", "ar", "zh")) {
            var was = before.official().in(one);
            var is = after.official().in(one);
            if (was.isPresent() && is.isPresent()) return new Texts(one, was.get(), is.get(), true);
        }
        return ours(before.words(), after.words(), language);
    }

    private static Texts ours(LocalizedText before, LocalizedText after, String language) {
        String both =
                before.in(language).isPresent() && after.in(language).isPresent() ? language : before.languageFor("en");
        return new Texts(both, before.textFor(both), after.textFor(both), false);
    }

    private static String plain(String label) {
        return label.replaceAll("[\\s().]", "").toLowerCase(Locale.ROOT);
    }

    private static double likeness(String one, String other) {
        Set<String> words = words(one);
        Set<String> others = words(other);
        if (words.isEmpty() || others.isEmpty()) return 0;
        long common = words.stream().filter(others::contains).count();
        return common / (double) (words.size() + others.size() - common);
    }

    private static Set<String> words(String text) {
        return new HashSet<>(
                Arrays.asList(text.toLowerCase(Locale.ROOT).strip().split("[^\\p{L}\\p{N}]+|(?<=\\p{IsHan})")));
    }
}
