package org.throughline.documents.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.documents.AllSeries;
import org.throughline.documents.DocumentDrafts.About;
import org.throughline.documents.DocumentDrafts.Header;
import org.throughline.documents.DocumentHeader;
import org.throughline.documents.DocumentKind;
import org.throughline.documents.DocumentSource;
import org.throughline.documents.DocumentWork;
import org.throughline.documents.Expression;
import org.throughline.documents.Series;
import org.throughline.platform.Languages;
import org.throughline.platform.PartialDate;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Typed;
import org.throughline.vocabulary.CountryMatcher;
import org.throughline.vocabulary.Match;

/// The steps of a document's form: read from what was typed, and filled from a draft. What is merely not written
/// yet is no error here; the last step names it.
@Component
class DocumentForm {

    static final int SOURCES = 6;
    static final int LONGEST_TEXT = 1_000_000;

    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_WORDS = 10_000;
    private static final int MOST_REFERENCES = 200;

    private final AllSeries series;
    private final CountryMatcher countries;

    DocumentForm(AllSeries series, CountryMatcher countries) {
        this.series = series;
        this.countries = countries;
    }

    static Typed about(DocumentWork draft) {
        var filled = new Typed.Filler()
                .put("series", draft.series())
                .put("meeting", draft.meeting())
                .put("kind", draft.kind().word())
                .put("language", draft.original().language());
        for (int i = 0; i < draft.sources().size(); i++)
            filled.put(
                            "source-" + (i + 1) + "-kind",
                            draft.sources().get(i).kind().word())
                    .put("source-" + (i + 1) + "-name", draft.sources().get(i).name());
        return filled.done();
    }

    /// Null when something is wrong, which then stands in `errors`.
    @Nullable
    About about(Frame frame, Typed typed, FormErrors.Collector errors) {
        unstorable(frame, typed, errors);
        Series in = series.find(typed.of("series")).orElse(null);
        if (in == null) errors.add("series", frame.t("documents.form.series.missing"));
        String meeting = typed.of("meeting").strip().replaceFirst("^0+(?=\\d)", "");
        if (!meeting.matches("\\d{1,4}")) errors.add("meeting", frame.t("documents.form.meeting.wrong"));
        DocumentKind kind = DocumentKind.of(typed.of("kind")).orElse(null);
        if (kind == null) errors.add("kind", frame.t("documents.form.kind.missing"));
        String language = typed.of("language");
        if (!Languages.isKnown(language)) errors.add("language", frame.t("documents.form.language.missing"));
        List<DocumentSource> sources = new ArrayList<>();
        for (int i = 1; i <= SOURCES; i++) {
            String name = typed.of("source-" + i + "-name").strip();
            if (name.isEmpty()) continue;
            DocumentSource.Kind of =
                    DocumentSource.Kind.of(typed.of("source-" + i + "-kind")).orElse(null);
            if (of == null) errors.add("source-" + i + "-kind", frame.t("documents.form.source.kind.missing"));
            else if (name.length() > LONGEST_LINE)
                errors.add("source-" + i + "-name", frame.t("documents.form.too-long", LONGEST_LINE));
            else sources.add(new DocumentSource(of, of == DocumentSource.Kind.MEMBER_STATE ? country(name) : "", name));
        }
        return errors.isEmpty() && in != null && kind != null
                ? new About(in.code(), meeting, kind, sources, language)
                : null;
    }

    // A name that could be two states stays as it was written.
    private String country(String name) {
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
        if (title.length() > LONGEST_LINE) errors.add("title", frame.t("documents.form.too-long", LONGEST_LINE));
        for (String name : List.of("purpose", "actionText", "financialText"))
            if (typed.of(name).length() > LONGEST_WORDS)
                errors.add(name, frame.t("documents.form.too-long", LONGEST_WORDS));
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
        if (!dated.isEmpty() && !PartialDate.isOne(dated)) errors.add("dated", frame.t("documents.form.dated.wrong"));
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
