package org.throughline.stocktaking.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.throughline.platform.Json;
import org.throughline.platform.Languages;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Refusal;
import org.throughline.platform.Storable;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.PageStore;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.SentStep;
import org.throughline.stocktaking.FormDefinition;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.stocktaking.ProjectCollections;
import org.throughline.stocktaking.ProjectForm;
import org.throughline.stocktaking.PublishedCollections;
import org.throughline.stocktaking.PublishedCollections.PublishedCollection;
import org.throughline.stocktaking.RegisterTags;
import org.throughline.stocktaking.StandardForm;
import org.throughline.stocktaking.Violation;
import org.throughline.vocabulary.Vocabulary;

/// Registers of other processes, hosted beside that of the WSIS process: which there are, beginning one, its names and
/// its form.
@Controller
class CollectionPages {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final int LONGEST = 2_000;

    private final ProjectCollections collections;
    private final PublishedCollections published;
    private final Vocabulary vocabulary;
    private final PageStore pages;

    CollectionPages(
            ProjectCollections collections, PublishedCollections published, Vocabulary vocabulary, PageStore pages) {
        this.collections = collections;
        this.published = published;
        this.vocabulary = vocabulary;
        this.pages = pages;
    }

    @OpenToAll
    @GetMapping("/collections")
    ModelAndView index(Frame frame) {
        List<PublishedCollection> all = published.all();
        all.forEach(one -> pages.dependsOn(RegisterTags.collection(one.slug())));
        pages.dependsOn(RegisterTags.list());
        return Pages.show(frame, "stocktaking/web/collections", new CollectionsPage(all));
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
        return show(
                frame, null, new Typed("", Map.of(), Map.of(), pretty(StandardForm.read()), 0), FormErrors.NONE, 200);
    }

    @Requires(Permission.MODERATE_REGISTER)
    @PostMapping("/collections/new")
    ModelAndView create(
            Frame frame, @RequestParam MultiValueMap<String, String> fields, Actor actor, HttpServletRequest request) {
        Typed typed = Typed.of(new SentStep(fields));
        var errors = FormErrors.collector();
        if (!SLUG.matcher(typed.slug()).matches() || typed.slug().equals("new"))
            errors.add("slug", frame.t("stocktaking.collection.check.slug"));
        if (typed.name().isEmpty()) errors.add("name-en", frame.t("stocktaking.collection.check.name"));
        ProjectForm form = form(frame, typed, errors);
        if (!errors.isEmpty() || form == null) return show(frame, null, typed, errors.done(), 422);
        try {
            collections.create(typed.slug(), typed.name(), typed.purpose(), form, actor);
        } catch (Refusal taken) {
            errors.add("slug", frame.t(taken.messageKey(), taken.arguments().toArray()));
            return show(frame, null, typed, errors.done(), taken.status());
        }
        FrameResolver.notice(request, frame.t("stocktaking.collection.created"));
        return Pages.goTo(frame, "/collections/" + typed.slug());
    }

    private @Nullable ProjectForm form(Frame frame, Typed typed, FormErrors.Collector errors) {
        FormDefinition.Read read = FormDefinition.read(typed.form(), vocabulary);
        for (Violation one : read.wrong()) {
            String words = frame.t(one.messageKey(), one.arguments().toArray());
            errors.add("form", one.field().isEmpty() ? words : one.field() + ": " + words);
        }
        return read.form();
    }

    @Requires(Permission.MODERATE_REGISTER)
    @GetMapping("/collections/{slug}/edit")
    ModelAndView edit(Frame frame, @PathVariable String slug) {
        ProjectCollection collection = collections.find(slug).orElseThrow(Refusal::notFound);
        return show(
                frame,
                collection,
                new Typed(
                        slug,
                        collection.name().texts(),
                        collection.purpose().texts(),
                        pretty(collections.form(collection)),
                        collection.version()),
                FormErrors.NONE,
                200);
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
        Typed typed = Typed.of(new SentStep(fields));
        var errors = FormErrors.collector();
        if (typed.name().isEmpty()) errors.add("name-en", frame.t("stocktaking.collection.check.name"));
        ProjectForm form = form(frame, typed, errors);
        if (!errors.isEmpty() || form == null) return show(frame, collection, typed, errors.done(), 422);
        if (collection.version() != typed.seen()) {
            errors.add("form", frame.t("platform.problem.stale"));
            return show(frame, collection, typed, errors.done(), 409);
        }
        if (!typed.name().equals(collection.name()) || !typed.purpose().equals(collection.purpose())) {
            collections.rename(collection, collection.version(), typed.name(), typed.purpose(), actor);
            collection = collections.find(slug).orElseThrow();
        }
        if (!collections.form(collection).equals(form)) collections.changeForm(collection, form, actor);
        FrameResolver.notice(request, frame.t("stocktaking.collection.saved"));
        return Pages.goTo(frame, "/collections/" + slug + "/edit");
    }

    private static ModelAndView show(
            Frame frame, @Nullable ProjectCollection collection, Typed typed, FormErrors errors, int status) {
        return Pages.show(
                frame,
                "stocktaking/web/collection-form",
                new CollectionFormPage(
                        collection, typed.slug(), typed.names(), typed.purposes(), typed.form(), typed.seen(), errors),
                status);
    }

    // A page of the form as it was typed.
    private record Typed(String slug, Map<String, String> names, Map<String, String> purposes, String form, int seen) {

        static Typed of(SentStep sent) {
            Map<String, String> names = new LinkedHashMap<>();
            Map<String, String> purposes = new LinkedHashMap<>();
            for (String language : Languages.ALL) {
                names.put(language, cut(sent.text("name-" + language)));
                purposes.put(language, cut(sent.text("purpose-" + language)));
            }
            return new Typed(cut(sent.text("slug")), names, purposes, Storable.part(sent.text("form")), sent.seen());
        }

        private static String cut(String text) {
            String kept = Storable.part(text).strip();
            return kept.length() <= LONGEST ? kept : Storable.part(kept.substring(0, LONGEST));
        }

        LocalizedText name() {
            return new LocalizedText(names);
        }

        LocalizedText purpose() {
            return new LocalizedText(purposes);
        }
    }
}
