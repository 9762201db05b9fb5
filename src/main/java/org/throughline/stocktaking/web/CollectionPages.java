package org.throughline.stocktaking.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.audit.ActorWords;
import org.throughline.audit.AuditTrail;
import org.throughline.platform.Json;
import org.throughline.platform.Languages;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.LanguagePart;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.PageStore;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.SentStep;
import org.throughline.platform.web.Typed;
import org.throughline.stocktaking.FormDrafts;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.stocktaking.ProjectCollections;
import org.throughline.stocktaking.ProjectForm;
import org.throughline.stocktaking.ProjectForm.Section;
import org.throughline.stocktaking.PublishedCollections;
import org.throughline.stocktaking.PublishedCollections.PublishedCollection;
import org.throughline.stocktaking.RegisterTags;
import org.throughline.stocktaking.StandardForm;
import org.throughline.stocktaking.web.ProjectDeskPage.ActLine;

/// Registers of other processes, hosted beside that of the WSIS process: which there are, beginning one, its names, and
/// opening it.
@Controller
class CollectionPages {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_PURPOSE = 2_000;
    private static final int ACTS = 20;
    private static final String STANDARD = "standard";
    private static final String SHORT = "short";
    private static final String LIKE = "like:";

    private final ProjectCollections collections;
    private final PublishedCollections published;
    private final FormDrafts drafts;
    private final AuditTrail audit;
    private final PageStore pages;

    CollectionPages(
            ProjectCollections collections,
            PublishedCollections published,
            FormDrafts drafts,
            AuditTrail audit,
            PageStore pages) {
        this.collections = collections;
        this.published = published;
        this.drafts = drafts;
        this.audit = audit;
        this.pages = pages;
    }

    /// The secretariat sees also those that are closed.
    @OpenToAll
    @GetMapping("/collections")
    ModelAndView index(Frame frame) {
        List<PublishedCollection> all = published.all();
        all.forEach(one -> pages.dependsOn(RegisterTags.collection(one.slug())));
        pages.dependsOn(RegisterTags.list());
        List<ProjectCollection> closed = frame.may(Permission.MODERATE_REGISTER)
                ? collections.all().stream().filter(one -> !one.isOpen()).toList()
                : List.of();
        return Pages.show(frame, "stocktaking/web/collections", new CollectionsPage(all, closed));
    }

    /// The form that new entries are written with, as data.
    @OpenToAll
    @GetMapping("/collections/{slug}/form.json")
    ResponseEntity<byte[]> form(@PathVariable String slug) {
        PublishedCollection collection = published.find(slug).orElseThrow(Refusal::notFound);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(pretty(published.form(collection)).getBytes(StandardCharsets.UTF_8));
    }

    private static String pretty(ProjectForm form) {
        return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(form);
    }

    @Requires(Permission.MODERATE_REGISTER)
    @GetMapping("/collections/new")
    ModelAndView askNew(Frame frame) {
        return show(frame, null, Typed.NOTHING, FormErrors.NONE, 200);
    }

    @Requires(Permission.MODERATE_REGISTER)
    @PostMapping("/collections/new")
    ModelAndView create(
            Frame frame, @RequestParam MultiValueMap<String, String> fields, Actor actor, HttpServletRequest request) {
        Typed typed = Typed.of(fields);
        String slug = typed.of("slug").strip();
        var errors = FormErrors.collector();
        if (!SLUG.matcher(slug).matches() || slug.equals("new"))
            errors.add("slug", frame.t("stocktaking.collection.check.slug"));
        names(frame, typed, errors);
        ProjectForm form = beginning(typed.of("from"));
        if (form == null) errors.add("from", frame.t("stocktaking.collection.check.from"));
        if (!errors.isEmpty() || form == null) return show(frame, null, typed, errors.done(), 422);
        try {
            collections.create(slug, typed.text("name"), typed.text("purpose"), form, actor);
        } catch (Refusal taken) {
            errors.add("slug", frame.t(taken.messageKey(), taken.arguments().toArray()));
            return show(frame, null, typed, errors.done(), taken.status());
        }
        FrameResolver.notice(request, frame.t("stocktaking.collection.created"));
        return Pages.goTo(frame, FormEditorPages.path(slug));
    }

    private static void names(Frame frame, Typed typed, FormErrors.Collector errors) {
        typed.unstorable().forEach(name -> errors.add(name, frame.t("calls.desk.unstorable")));
        if (typed.text("name").in(Languages.DEFAULT).isEmpty())
            errors.add("name-" + Languages.DEFAULT, frame.t("stocktaking.editor.english"));
        tooLong(frame, typed, "name", LONGEST_NAME, errors);
        tooLong(frame, typed, "purpose", LONGEST_PURPOSE, errors);
    }

    private static void tooLong(Frame frame, Typed typed, String name, int most, FormErrors.Collector errors) {
        typed.text(name).texts().forEach((language, words) -> {
            if (words.length() > most)
                errors.add(name + "-" + language, frame.t("calls.desk.too-long", words.length(), most));
        });
    }

    // What a new register's form begins as; null for what is not offered.
    private @Nullable ProjectForm beginning(String from) {
        if (from.isEmpty() || from.equals(STANDARD)) return StandardForm.read();
        if (from.equals(SHORT)) {
            Section first = StandardForm.read().sections().getFirst();
            return new ProjectForm(List.of(new Section(
                    first.code(), first.title(), null, first.fields().subList(0, 1))));
        }
        if (!from.startsWith(LIKE)) return null;
        return collections
                .find(from.substring(LIKE.length()))
                .map(collections::form)
                .orElse(null);
    }

    private List<Option> beginnings(Frame frame, Typed typed) {
        List<Option> all = new ArrayList<>();
        all.add(new Option(STANDARD, frame.t("stocktaking.collection.from.standard"), typed.has("from", STANDARD)));
        all.add(new Option(SHORT, frame.t("stocktaking.collection.from.short"), typed.has("from", SHORT)));
        for (ProjectCollection one : collections.all())
            if (!one.slug().equals(ProjectCollection.WSIS))
                all.add(new Option(
                        LIKE + one.slug(),
                        frame.t("stocktaking.collection.from.like", frame.text(one.name())),
                        typed.has("from", LIKE + one.slug())));
        return all;
    }

    @Requires(Permission.MODERATE_REGISTER)
    @GetMapping("/collections/{slug}/edit")
    ModelAndView edit(Frame frame, @PathVariable String slug) {
        ProjectCollection collection = collections.find(slug).orElseThrow(Refusal::notFound);
        Typed typed = new Typed.Filler()
                .put("name", collection.name())
                .put("purpose", collection.purpose())
                .put("seen", Integer.toString(collection.version()))
                .done();
        return show(frame, collection, typed, FormErrors.NONE, 200);
    }

    @Requires(Permission.MODERATE_REGISTER)
    @PostMapping("/collections/{slug}/edit")
    ModelAndView save(
            Frame frame,
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> fields,
            Actor actor,
            HttpServletRequest request) {
        ProjectCollection collection = collections.find(slug).orElseThrow(Refusal::notFound);
        Typed typed = Typed.of(fields);
        var errors = FormErrors.collector();
        names(frame, typed, errors);
        if (!errors.isEmpty()) return show(frame, collection, typed, errors.done(), 422);
        boolean same = typed.text("name").equals(collection.name())
                && typed.text("purpose").equals(collection.purpose());
        try {
            if (!same)
                collections.rename(
                        collection,
                        SentStep.number(typed.of("seen")),
                        typed.text("name"),
                        typed.text("purpose"),
                        actor);
        } catch (Refusal stale) {
            errors.add("name-" + Languages.DEFAULT, frame.t("calls.question.stale"));
            return show(frame, collection, typed, errors.done(), stale.status());
        }
        FrameResolver.notice(request, frame.t("stocktaking.collection.saved"));
        return Pages.goTo(frame, "/collections/" + slug + "/edit");
    }

    /// Everybody sees the register from then on, and can enter projects.
    @Requires(Permission.MODERATE_REGISTER)
    @PostMapping("/collections/{slug}/opening")
    ModelAndView open(Frame frame, @PathVariable String slug, Actor actor, HttpServletRequest request) {
        collections.open(collections.find(slug).orElseThrow(Refusal::notFound), actor);
        FrameResolver.notice(request, frame.t("stocktaking.collection.opened"));
        return Pages.goTo(frame, "/collections/" + slug + "/edit");
    }

    /// Takes the opening back, while nothing was entered.
    @Requires(Permission.MODERATE_REGISTER)
    @PostMapping("/collections/{slug}/closing")
    ModelAndView close(Frame frame, @PathVariable String slug, Actor actor, HttpServletRequest request) {
        if (slug.equals(ProjectCollection.WSIS)) throw Refusal.badRequest();
        collections.close(collections.find(slug).orElseThrow(Refusal::notFound), actor);
        FrameResolver.notice(request, frame.t("stocktaking.collection.closed"));
        return Pages.goTo(frame, "/collections/" + slug + "/edit");
    }

    private ModelAndView show(
            Frame frame, @Nullable ProjectCollection collection, Typed typed, FormErrors errors, int status) {
        var languages = LanguagePart.all(
                frame,
                typed,
                errors,
                collection == null ? Set.of() : collection.name().texts().keySet(),
                "name");
        return Pages.show(
                frame,
                "stocktaking/web/collection-form",
                new CollectionFormPage(
                        collection,
                        typed,
                        errors,
                        languages,
                        collection == null ? beginnings(frame, typed) : List.of(),
                        collection != null
                                && collection.isOpen()
                                && !collection.slug().equals(ProjectCollection.WSIS)
                                && !collections.hasEntries(collection),
                        collection != null && drafts.of(collection).begun(),
                        collection == null ? List.of() : acts(frame, collection)),
                status);
    }

    private List<ActLine> acts(Frame frame, ProjectCollection collection) {
        return audit.of("collections/" + collection.slug(), ACTS).stream()
                .map(act -> new ActLine(
                        RegisterWords.act(frame, act.action()),
                        frame.dateTime(act.at()),
                        ActorWords.of(frame, act),
                        ""))
                .toList();
    }
}
