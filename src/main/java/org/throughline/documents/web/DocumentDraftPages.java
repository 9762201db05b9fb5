package org.throughline.documents.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.documents.AllSeries;
import org.throughline.documents.DocumentDrafts;
import org.throughline.documents.DocumentKind;
import org.throughline.documents.DocumentSource;
import org.throughline.documents.DocumentWork;
import org.throughline.documents.Series;
import org.throughline.groups.AgendaItem;
import org.throughline.groups.Meetings;
import org.throughline.platform.Languages;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.Typed;
import org.throughline.vocabulary.Term;
import org.throughline.vocabulary.Vocabulary;

/// Where a document is written: for which meeting and from whom, its header, its text.
@Controller
class DocumentDraftPages {

    private static final String LATER = "later";

    private final DocumentDrafts drafts;
    private final DocumentForm form;
    private final AllSeries series;
    private final Meetings meetings;
    private final Vocabulary vocabulary;

    DocumentDraftPages(
            DocumentDrafts drafts, DocumentForm form, AllSeries series, Meetings meetings, Vocabulary vocabulary) {
        this.drafts = drafts;
        this.form = form;
        this.series = series;
        this.meetings = meetings;
        this.vocabulary = vocabulary;
    }

    /// @param group and `meeting` say for which meeting, where one came from its page
    @Requires({Permission.CONTRIBUTE, Permission.MANAGE_CALLS})
    @GetMapping("/documents/new")
    ModelAndView blank(
            Frame frame,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "") String meeting) {
        String of = series.all().stream()
                .filter(one -> !group.isEmpty() && one.group().equals(group))
                .map(Series::code)
                .findFirst()
                .orElse("");
        Typed typed = new Typed.Filler()
                .put("series", of)
                .put("meeting", meeting.matches("\\d{1,4}") ? meeting : "")
                .put("language", frame.language())
                .done();
        return about(frame, null, typed, FormErrors.NONE, 200);
    }

    @Requires({Permission.CONTRIBUTE, Permission.MANAGE_CALLS})
    @PostMapping("/documents/new")
    ModelAndView start(Frame frame, Actor actor, @RequestParam MultiValueMap<String, String> sent) {
        Typed typed = Typed.of(sent);
        var errors = FormErrors.collector();
        DocumentDrafts.About about = form.about(frame, null, typed, errors);
        if (about == null) return about(frame, null, typed, errors.done(), 422);
        DocumentWork draft = drafts.own(drafts.start(about, actor), actor);
        return onward(frame, draft, DocumentSteps.ABOUT, typed);
    }

    @Requires({Permission.CONTRIBUTE, Permission.MANAGE_CALLS})
    @GetMapping("/documents/drafts/{id}")
    ModelAndView steps(Frame frame, Actor actor, @PathVariable UUID id) {
        return Pages.show(frame, "documents/web/draft-steps", DocumentSteps.of(frame, draft(id, actor), ""));
    }

    @Requires({Permission.CONTRIBUTE, Permission.MANAGE_CALLS})
    @GetMapping("/documents/drafts/{id}/about")
    ModelAndView about(Frame frame, Actor actor, @PathVariable UUID id) {
        DocumentWork draft = draft(id, actor);
        return about(frame, draft, DocumentForm.about(draft), FormErrors.NONE, 200);
    }

    @Requires({Permission.CONTRIBUTE, Permission.MANAGE_CALLS})
    @PostMapping("/documents/drafts/{id}/about")
    ModelAndView saveAbout(
            Frame frame,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> sent) {
        DocumentWork draft = draft(id, actor);
        Typed typed = Typed.of(sent);
        var errors = FormErrors.collector();
        DocumentDrafts.About about = form.about(frame, draft, typed, errors);
        if (about == null) return about(frame, draft, typed, errors.done(), 422);
        if (draft.version() != version) return about(frame, draft, typed, FormErrors.NONE, 409);
        drafts.saveAbout(id, version, about, actor);
        return onward(frame, draft, DocumentSteps.ABOUT, typed);
    }

    private ModelAndView about(Frame frame, @Nullable DocumentWork draft, Typed typed, FormErrors errors, int status) {
        Map<String, List<Option>> options = new LinkedHashMap<>();
        options.put(
                "series",
                series.forAuthors().stream()
                        .map(one -> option(one.code(), DocumentPages.seriesName(frame, one), typed.of("series")))
                        .toList());
        options.put(
                "kind",
                Arrays.stream(DocumentKind.values())
                        .map(one -> option(one.word(), DocumentWords.kind(frame, one), typed.of("kind")))
                        .toList());
        options.put(
                "language",
                Languages.ALL.stream()
                        .map(one -> option(one, Languages.endonym(one), typed.of("language")))
                        .toList());
        List<Term> countries = vocabulary.termsByName(Vocabulary.COUNTRIES, frame.language());
        for (int i = 1; i <= DocumentForm.SOURCES; i++) {
            String kind = DocumentForm.row(i) + DocumentForm.KIND;
            options.put(
                    kind,
                    Arrays.stream(DocumentSource.Kind.values())
                            .map(one -> option(one.word(), DocumentWords.source(frame, one), typed.of(kind)))
                            .toList());
            String country = DocumentForm.row(i) + DocumentForm.COUNTRY;
            options.put(
                    country,
                    countries.stream()
                            .map(one -> option(one.code(), one.name(frame.language()), typed.of(country)))
                            .toList());
        }
        return show(frame, draft, DocumentSteps.ABOUT, typed, errors, options, status);
    }

    @Requires({Permission.CONTRIBUTE, Permission.MANAGE_CALLS})
    @GetMapping("/documents/drafts/{id}/header")
    ModelAndView header(Frame frame, Actor actor, @PathVariable UUID id) {
        DocumentWork draft = draft(id, actor);
        return header(frame, draft, DocumentForm.header(draft), FormErrors.NONE, 200);
    }

    @Requires({Permission.CONTRIBUTE, Permission.MANAGE_CALLS})
    @PostMapping("/documents/drafts/{id}/header")
    ModelAndView saveHeader(
            Frame frame,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> sent) {
        DocumentWork draft = draft(id, actor);
        Typed typed = Typed.of(sent);
        var errors = FormErrors.collector();
        if (!typed.of("item").isEmpty()
                && items(draft).noneMatch(one -> one.id().toString().equals(typed.of("item"))))
            errors.add("item", frame.t("documents.form.choice.unknown"));
        DocumentDrafts.Header header = form.header(frame, typed, draft, errors);
        if (header == null) return header(frame, draft, typed, errors.done(), 422);
        if (draft.version() != version) return header(frame, draft, typed, FormErrors.NONE, 409);
        drafts.saveHeader(id, version, header, actor);
        return onward(frame, draft, DocumentSteps.HEADER, typed);
    }

    private ModelAndView header(Frame frame, DocumentWork draft, Typed typed, FormErrors errors, int status) {
        Series.Choices choices = series.choices();
        Map<String, List<Option>> options = new LinkedHashMap<>();
        options.put("action", options(frame, choices, AllSeries.ACTION, typed, "action"));
        options.put("addressee", options(frame, choices, AllSeries.ADDRESSEE, typed, "addressee"));
        options.put("links", options(frame, choices, AllSeries.STRATEGIC_LINK, typed, "links"));
        options.put("financial", options(frame, choices, AllSeries.FINANCIAL, typed, "financial"));
        options.put(
                "item",
                items(draft)
                        .map(one -> option(
                                one.id().toString(), one.number() + " " + frame.text(one.title()), typed.of("item")))
                        .toList());
        return show(frame, draft, DocumentSteps.HEADER, typed, errors, options, status);
    }

    // The agenda of its meeting, where that is kept here.
    private Stream<AgendaItem> items(DocumentWork draft) {
        String group = series.find(draft.series()).map(Series::group).orElse("");
        return meetings.find(group, draft.meeting()).stream().flatMap(one -> one.items().stream());
    }

    private static List<Option> options(Frame frame, Series.Choices choices, String list, Typed typed, String name) {
        return choices.of(list).entrySet().stream()
                .map(one -> new Option(one.getKey(), frame.text(one.getValue()), typed.has(name, one.getKey())))
                .toList();
    }

    private static Option option(String value, String label, String chosen) {
        return new Option(value, label, value.equals(chosen));
    }

    @Requires({Permission.CONTRIBUTE, Permission.MANAGE_CALLS})
    @GetMapping("/documents/drafts/{id}/text")
    ModelAndView text(Frame frame, Actor actor, @PathVariable UUID id) {
        DocumentWork draft = draft(id, actor);
        Typed typed = new Typed.Filler().put("body", draft.original().body()).done();
        return show(frame, draft, DocumentSteps.TEXT, typed, FormErrors.NONE, Map.of(), 200);
    }

    @Requires({Permission.CONTRIBUTE, Permission.MANAGE_CALLS})
    @PostMapping("/documents/drafts/{id}/text")
    ModelAndView saveText(
            Frame frame,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> sent) {
        DocumentWork draft = draft(id, actor);
        Typed typed = Typed.of(sent);
        var errors = FormErrors.collector();
        DocumentForm.unstorable(frame, typed, errors);
        DocumentForm.bound(
                frame, errors, "body", typed.of("body"), frame.t("documents.text"), DocumentForm.LONGEST_TEXT);
        if (!errors.isEmpty()) return show(frame, draft, DocumentSteps.TEXT, typed, errors.done(), Map.of(), 422);
        if (draft.version() != version)
            return show(frame, draft, DocumentSteps.TEXT, typed, FormErrors.NONE, Map.of(), 409);
        drafts.saveText(id, version, typed.of("body"), actor);
        return onward(frame, draft, DocumentSteps.TEXT, typed);
    }

    private static ModelAndView onward(Frame frame, DocumentWork draft, String step, Typed typed) {
        DocumentSteps form = DocumentSteps.of(frame, draft, step);
        return Pages.goTo(frame, typed.has("go", LATER) ? form.base() : form.next());
    }

    private static ModelAndView show(
            Frame frame,
            @Nullable DocumentWork draft,
            String step,
            Typed typed,
            FormErrors errors,
            Map<String, List<Option>> options,
            int status) {
        var page = new DocumentFormPage(
                draft == null ? null : DocumentSteps.of(frame, draft, step),
                draft == null ? "/documents/new" : DocumentSteps.base(draft) + "/" + step,
                draft == null ? 0 : draft.version(),
                status == 409,
                typed,
                errors,
                options);
        return Pages.show(frame, "documents/web/draft-" + step, page, status);
    }

    /// What was sent already is looked at, not written.
    private DocumentWork draft(UUID id, Actor actor) {
        DocumentWork one = drafts.own(id, actor);
        if (!one.isDraft()) throw Refusal.stale();
        return one;
    }
}
