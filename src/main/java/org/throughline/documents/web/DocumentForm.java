package org.throughline.documents.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.documents.AllSeries;
import org.throughline.documents.Change;
import org.throughline.documents.DocumentDrafts.About;
import org.throughline.documents.DocumentDrafts.Header;
import org.throughline.documents.DocumentHeader;
import org.throughline.documents.DocumentKind;
import org.throughline.documents.DocumentSource;
import org.throughline.documents.DocumentSource.Kind;
import org.throughline.documents.DocumentWork;
import org.throughline.documents.Expression;
import org.throughline.documents.Series;
import org.throughline.platform.Languages;
import org.throughline.platform.PartialDate;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Typed;
import org.throughline.tables.RowRefused;
import org.throughline.tables.WrittenDate;
import org.throughline.vocabulary.CountryMatcher;
import org.throughline.vocabulary.Match;
import org.throughline.vocabulary.Vocabulary;

/// The steps of a document's form: read from what was typed, and filled from a draft. What is merely not written
/// yet is no error here; the last step names it.
@Component
class DocumentForm {

    static final int SOURCES = 6;
    static final int LONGEST_TEXT = 1_000_000;

    static final String KIND = "-kind";
    static final String COUNTRY = "-country";
    static final String NAME = "-name";

    private static final int LONGEST_LINE = 500;
    // Five figures are a day only in a workbook.
    private static final Pattern WITHOUT_PARTS = Pattern.compile("\\d{5,}.*");
    private static final int LONGEST_WORDS = 10_000;
    private static final int MOST_REFERENCES = 200;

    private final AllSeries series;
    private final CountryMatcher countries;
    private final Vocabulary vocabulary;

    DocumentForm(AllSeries series, CountryMatcher countries, Vocabulary vocabulary) {
        this.series = series;
        this.countries = countries;
        this.vocabulary = vocabulary;
    }

    static Typed about(DocumentWork draft) {
        var filled = new Typed.Filler()
                .put("series", draft.series())
                .put("meeting", draft.meeting())
                .put("kind", draft.kind().word())
                .put("language", draft.original().language());
        for (int i = 0; i < draft.sources().size(); i++) {
            DocumentSource one = draft.sources().get(i);
            String row = row(i + 1);
            filled.put(row + KIND, one.kind().word())
                    .put(row + COUNTRY, one.country())
                    .put(row + NAME, one.country().isEmpty() ? one.name() : "");
        }
        return filled.done();
    }

    /// The names of the controls of a source begin like this.
    ///
    /// @param source counted from 1
    static String row(int source) {
        return "source-" + source;
    }

    /// Null when something is wrong, which then stands in `errors`.
    ///
    /// @param draft absent for one that is just being begun
    @Nullable
    About about(Frame frame, @Nullable DocumentWork draft, Typed typed, FormErrors.Collector errors) {
        unstorable(frame, typed, errors);
        Series in = series(draft, typed.of("series"));
        if (in == null) errors.add("series", frame.t("documents.form.series.missing"));
        String meeting = typed.of("meeting").strip().replaceFirst("^0+(?=\\d)", "");
        if (!meeting.matches("\\d{1,4}")) errors.add("meeting", frame.t("documents.form.meeting.wrong"));
        DocumentKind kind = DocumentKind.of(typed.of("kind")).orElse(null);
        if (kind == null) errors.add("kind", frame.t("documents.form.kind.missing"));
        String language = typed.of("language");
        if (!Languages.isKnown(language)) errors.add("language", frame.t("documents.form.language.missing"));
        List<DocumentSource> sources = new ArrayList<>();
        for (int i = 1; i <= SOURCES; i++) {
            DocumentSource one = source(frame, row(i), typed, language, errors);
            if (one != null) sources.add(one);
        }
        return errors.isEmpty() && in != null && kind != null
                ? new About(in.code(), meeting, kind, sources, language)
                : null;
    }

    // What changes another document stays in its series, whichever that is.
    private @Nullable Series series(@Nullable DocumentWork draft, String code) {
        if (draft != null && draft.change() != Change.NONE)
            return series.find(draft.series()).orElse(null);
        return series.forAuthors().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    // Nothing for a row in which nothing is typed, or something wrong.
    private @Nullable DocumentSource source(
            Frame frame, String row, Typed typed, String language, FormErrors.Collector errors) {
        String country = typed.of(row + COUNTRY);
        String name = typed.of(row + NAME).strip();
        Kind kind = Kind.of(typed.of(row + KIND)).orElse(null);
        if (country.isEmpty() && name.isEmpty() && kind != Kind.MEMBER_STATE) return null;
        if (kind == null) errors.add(row + KIND, frame.t("documents.form.source.kind.missing"));
        else if (name.length() > LONGEST_LINE) errors.add(row + NAME, frame.t("documents.form.too-long", LONGEST_LINE));
        else if (kind == Kind.MEMBER_STATE) return state(frame, row, country, name, language, errors);
        else if (!country.isEmpty()) errors.add(row + COUNTRY, frame.t("documents.form.source.country.others"));
        else return new DocumentSource(kind, "", name);
        return null;
    }

    // Whoever writes the name of a state beside the list means that state, unless it could be two.
    private @Nullable DocumentSource state(
            Frame frame, String row, String country, String name, String language, FormErrors.Collector errors) {
        String code = country.isEmpty() ? country(name) : country;
        if (!vocabulary.has(Vocabulary.COUNTRIES, code)) {
            errors.add(row + COUNTRY, frame.t("documents.form.source.country.missing"));
            return null;
        }
        String written = name.isEmpty() ? vocabulary.name(Vocabulary.COUNTRIES, code, language) : name;
        return new DocumentSource(Kind.MEMBER_STATE, code, written);
    }

    private String country(String name) {
        if (name.isEmpty()) return "";
        Match match = countries.match(name);
        return match.isCountry() && match.code() != null ? match.code() : "";
    }

    static Typed header(DocumentWork draft) {
        Expression words = draft.original();
        DocumentHeader header = draft.header();
        var values = new LinkedHashMap<String, List<String>>();
        values.put("title", List.of(words.title()));
        values.put("purpose", List.of(words.purpose()));
        values.put("action", List.of(header.action()));
        values.put("addressee", List.of(header.addressee()));
        values.put("actionText", List.of(words.actionText()));
        values.put("links", header.strategicLinks());
        values.put("financial", List.of(header.financial()));
        values.put("financialText", List.of(words.financialText()));
        values.put("references", List.of(String.join("\n", header.references())));
        values.put("dated", List.of(draft.dated()));
        values.put("item", List.of(draft.item() == null ? "" : draft.item().toString()));
        return new Typed(values);
    }

    /// Null when something is wrong, which then stands in `errors`.
    @Nullable
    Header header(Frame frame, Typed typed, DocumentWork draft, FormErrors.Collector errors) {
        unstorable(frame, typed, errors);
        Series.Choices choices = series.choices();
        String title = typed.of("title").replaceAll("\\s+", " ").strip();
        bound(frame, errors, "title", title, frame.t("documents.title"), LONGEST_LINE);
        bound(frame, errors, "purpose", typed.of("purpose"), frame.t("documents.purpose"), LONGEST_WORDS);
        bound(frame, errors, "actionText", typed.of("actionText"), frame.t("documents.action"), LONGEST_WORDS);
        bound(frame, errors, "financialText", typed.of("financialText"), frame.t("documents.financial"), LONGEST_WORDS);
        chosen(frame, choices, AllSeries.ACTION, "action", typed, errors);
        chosen(frame, choices, AllSeries.ADDRESSEE, "addressee", typed, errors);
        chosen(frame, choices, AllSeries.FINANCIAL, "financial", typed, errors);
        List<String> links = typed.all("links").stream()
                .filter(one -> !one.isEmpty())
                .distinct()
                .toList();
        if (!choices.of(AllSeries.STRATEGIC_LINK).keySet().containsAll(links))
            errors.add("links", frame.t("documents.form.choice.unknown"));
        List<String> references = typed.of("references")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (references.size() > MOST_REFERENCES
                || references.stream().anyMatch(line -> line.length() > 2 * LONGEST_LINE))
            errors.add("references", frame.t("documents.form.references.wrong", MOST_REFERENCES, 2 * LONGEST_LINE));
        String dated = typed.of("dated").strip();
        if (!dated.isEmpty()) {
            String date = date(dated);
            if (date.isEmpty()) {
                String words = frame.t("documents.form.dated.wrong");
                errors.add("dated", words, frame.t("documents.dated") + " – " + words);
            }
            dated = date;
        }
        if (!errors.isEmpty()) return null;
        Expression before = draft.original();
        return new Header(
                new DocumentHeader(typed.of("action"), typed.of("addressee"), links, typed.of("financial"), references),
                new Expression(
                        before.language(),
                        before.standing(),
                        title,
                        typed.of("purpose").strip(),
                        typed.of("actionText").strip(),
                        typed.of("financialText").strip(),
                        before.body()),
                dated,
                typed.of("item"));
    }

    /// A date as people write it, in figures or in words ("24 novembre 2026"), as exactly as it says; empty for none.
    static String date(String written) {
        if (WITHOUT_PARTS.matcher(written).matches()) return "";
        try {
            String date = WrittenDate.of(written, null);
            return PartialDate.isOne(date) ? date : "";
        } catch (RowRefused e) {
            return "";
        }
    }

    static void bound(Frame frame, FormErrors.Collector errors, String name, String value, String label, int most) {
        if (value.length() <= most) return;
        String words = frame.t("documents.form.too-long", most);
        errors.add(name, words, label + " – " + words);
    }

    private static void chosen(
            Frame frame, Series.Choices choices, String list, String name, Typed typed, FormErrors.Collector errors) {
        String code = typed.of(name);
        if (!code.isEmpty() && !choices.of(list).containsKey(code))
            errors.add(name, frame.t("documents.form.choice.unknown"));
    }

    static void unstorable(Frame frame, Typed typed, FormErrors.Collector errors) {
        typed.unstorable().forEach(name -> errors.add(name, frame.t("documents.form.unstorable")));
    }
}
