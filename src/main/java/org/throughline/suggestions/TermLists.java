package org.throughline.suggestions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.audit.AuditTrail.Done;
import org.throughline.platform.Languages;
import org.throughline.platform.web.PageStore;

/// The terms that suggestions go by, for the secretariat to see and to change: those that came with the program stay
/// as they are, and what is said here lies over them. Each change is on record and holds on every node at once.
@Service
public class TermLists {

    /// A term without a word of its own says this much.
    public static final double USUAL = 2;

    /// What a term can weigh; 0 takes it out.
    public static final List<Double> WEIGHTS = List.of(0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0);

    public static final int MOST_AT_ONCE = 200;
    private static final int MOST = 20_000;

    private final OwnTermRows rows;
    private final EngineInUse engine;
    private final AuditTrail audit;
    private final PageStore pages;

    TermLists(OwnTermRows rows, EngineInUse engine, AuditTrail audit, PageStore pages) {
        this.rows = rows;
        this.engine = engine;
        this.audit = audit;
        this.pages = pages;
    }

    /// @param shipped what the program's own list gives the term for this code; 0 where it does not name it
    /// @param own what the secretariat gives it; absent where nobody has spoken of it
    /// @param inEffect what it weighs now, after learning
    public record Line(
            String term, double shipped, @Nullable Double own, double inEffect) {
        public boolean isOut() {
            return own != null && own == 0;
        }

        double given() {
            return own == null ? shipped : own;
        }
    }

    /// All terms of a language that speak for a code, or are said not to, the heaviest first.
    ///
    /// @param part only terms with this in them
    @Transactional(readOnly = true)
    public List<Line> lines(String vocabulary, String code, String language, String part) {
        check(vocabulary, code, language);
        Model model = engine.engine().models().get(vocabulary);
        var own = new LinkedHashMap<String, OwnTerm>();
        for (var term : rows.of(vocabulary, code, language)) own.put(Terms.compared(language, term.term()), term);
        var lines = new HashMap<String, Line>();
        for (var concept : engine.lexicon().concepts()) {
            double weight = concept.weight(vocabulary, code);
            for (var term : concept.terms().get(language)) {
                String compared = Terms.compared(language, term);
                // Of concepts that name the same term, the first has it.
                if (!concept.key().equals(engine.lexicon().conceptOf(language, term))) continue;
                OwnTerm ours = own.remove(compared);
                if (weight == 0 && ours == null) continue;
                String key = ours == null ? concept.key() : ours.concept();
                lines.putIfAbsent(compared, line(term, weight, ours, model, key, code));
            }
        }
        own.forEach((compared, ours) -> lines.put(compared, line(ours.term(), 0, ours, model, ours.concept(), code)));
        String wanted = Tokens.folded(part.strip());
        return lines.values().stream()
                .filter(line -> wanted.isEmpty() || Tokens.folded(line.term()).contains(wanted))
                .sorted(Comparator.comparingDouble(Line::given).reversed().thenComparing(Line::term))
                .toList();
    }

    private static Line line(
            String term, double shipped, @Nullable OwnTerm own, @Nullable Model model, String key, String code) {
        float[] row = model == null ? null : model.weights().get(FeatureReader.CONCEPT + key);
        double inEffect = row == null ? 0 : row[model.codes().indexOf(code)] / Model.HAND;
        return new Line(term, shipped, own == null ? null : own.weight(), Math.round(inEffect * 10) / 10.0);
    }

    /// Gives terms this weight for a code; 0 takes them out. Refuses terms that no text could be found by, and does
    /// then nothing.
    @Transactional
    public void weigh(Actor actor, String vocabulary, String code, String language, List<String> terms, double weight) {
        check(vocabulary, code, language);
        if (weight != 0 && !WEIGHTS.contains(weight)) throw new IllegalArgumentException("Not a weight: " + weight);
        var checked = checked(language, terms);
        if (rows.count() + checked.size() > MOST) throw SuggestionRefusals.tooManyTerms(MOST);
        var done = new ArrayList<Done>();
        for (String term : checked) {
            String compared = Terms.compared(language, term);
            double shipped = shipped(vocabulary, code, language, term);
            double before = rows.weight(vocabulary, code, language, compared).orElse(shipped);
            if (weight == shipped) rows.drop(vocabulary, code, language, compared);
            else rows.put(new OwnTerm(vocabulary, code, language, term, weight), compared);
            if (before != weight) done.add(done(actor, vocabulary, code, language, term, before, weight));
        }
        audit.recordAll("suggestion-term-weighed", done);
        changed();
    }

    /// Lets terms weigh again what the program's own list gives them.
    @Transactional
    public void restore(Actor actor, String vocabulary, String code, String language, List<String> terms) {
        check(vocabulary, code, language);
        var done = new ArrayList<Done>();
        for (String term : checked(language, terms)) {
            String compared = Terms.compared(language, term);
            double shipped = shipped(vocabulary, code, language, term);
            double before = rows.weight(vocabulary, code, language, compared).orElse(shipped);
            if (rows.drop(vocabulary, code, language, compared))
                done.add(done(actor, vocabulary, code, language, term, before, shipped));
        }
        audit.recordAll("suggestion-term-restored", done);
        changed();
    }

    private static List<String> checked(String language, List<String> terms) {
        if (terms.size() > MOST_AT_ONCE) throw SuggestionRefusals.tooManyTerms(MOST_AT_ONCE);
        return terms.stream()
                .map(term -> Terms.checked(language, term))
                .distinct()
                .toList();
    }

    private double shipped(String vocabulary, String code, String language, String term) {
        String owner = engine.lexicon().conceptOf(language, term);
        if (owner == null) return 0;
        return engine.lexicon().concepts().stream()
                .filter(concept -> concept.key().equals(owner))
                .mapToDouble(concept -> concept.weight(vocabulary, code))
                .findFirst()
                .orElse(0);
    }

    private static Done done(
            Actor actor, String vocabulary, String code, String language, String term, double before, double after) {
        return new Done(
                actor,
                subject(vocabulary),
                Map.of("code", code, "language", language, "term", term, "before", before, "after", after));
    }

    /// What the changes of a vocabulary's terms are on record under.
    public static String subject(String vocabulary) {
        return "suggestions/terms/" + vocabulary;
    }

    /// The words of a language that say nothing about any code, in their order.
    @Transactional(readOnly = true)
    public List<String> silentWords(String language) {
        return List.copyOf(new TreeSet<>(rows.silentWords().getOrDefault(language, java.util.Set.of())));
    }

    /// From now on a word says nothing, whatever was learnt of it; terms of several words that have it in them
    /// are found no more either. Refuses more than one word.
    @Transactional
    public void silence(Actor actor, String language, String typed) {
        String word = Terms.compared(language, Terms.checked(language, typed));
        if (word.indexOf(' ') >= 0 && !language.equals("zh") || word.endsWith("*"))
            throw SuggestionRefusals.termUnreadable(typed.strip());
        if (word.length() > 40 || language.equals("zh") && word.codePointCount(0, word.length()) > 1)
            throw SuggestionRefusals.termUnreadable(typed.strip());
        if (!rows.silence(language, word)) return;
        audit.record(actor, "suggestion-word-silenced", SILENT, Map.of("language", language, "word", word));
        changed();
    }

    /// Lets a word count again.
    @Transactional
    public void hear(Actor actor, String language, String word) {
        if (!rows.hear(language, word)) return;
        audit.record(actor, "suggestion-word-heard", SILENT, Map.of("language", language, "word", word));
        changed();
    }

    /// What silenced words are on record under.
    public static final String SILENT = "suggestions/terms/silent";

    private void changed() {
        pages.changed(EngineInUse.TERMS);
    }

    private void check(String vocabulary, String code, String language) {
        if (!Suggestions.VOCABULARIES.contains(vocabulary))
            throw SuggestionRefusals.unknownVocabulary(String.join(", ", Suggestions.VOCABULARIES));
        if (!engine.shipped(vocabulary).codes().contains(code)) throw SuggestionRefusals.unknownCode(vocabulary);
        if (!Languages.isKnown(language)) throw SuggestionRefusals.unknownLanguage(String.join(", ", Languages.ALL));
    }
}
