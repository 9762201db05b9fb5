package org.throughline.mandates.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
import org.throughline.audit.ActorWords;
import org.throughline.audit.AuditTrail;
import org.throughline.citations.Citations;
import org.throughline.mandates.Entry;
import org.throughline.mandates.EntryDesk;
import org.throughline.mandates.Instrument;
import org.throughline.mandates.Mandates;
import org.throughline.mandates.Part;
import org.throughline.mandates.Part.Field;
import org.throughline.platform.Json;
import org.throughline.platform.Languages;
import org.throughline.platform.Refusal;
import org.throughline.platform.Storable;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.LanguagePart;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.Typed;
import tools.jackson.databind.JsonNode;

/// Where the secretariat keeps the register of instruments: one form for each kind of fact.
@Controller
class MandateEntryPages {

    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;
    private static final int ACTS = 30;
    private static final int LONGEST_SHOWN = 120;
    private static final String PARTS = "bodies|actors|instruments|revisions|paragraphs|references|tasks";

    private final EntryDesk desk;
    private final EntryChoices choices;
    private final EntryForm form;
    private final Mandates mandates;
    private final AuditTrail audit;

    MandateEntryPages(EntryDesk desk, EntryChoices choices, Citations citations, Mandates mandates, AuditTrail audit) {
        this.desk = desk;
        this.choices = choices;
        this.form = new EntryForm(desk, choices, citations);
        this.mandates = mandates;
        this.audit = audit;
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping("/mandates/desk")
    ModelAndView all(Frame frame) {
        return Pages.show(frame, "mandates/web/desk", new RegisterDeskPage(desk.bodies(), desk.actors()));
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping("/mandates/desk/{part:" + PARTS + "}/new")
    ModelAndView blank(
            Frame frame,
            @PathVariable String part,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String paragraph) {
        Part kind = Part.of(part).orElseThrow(Refusal::notFound);
        Typed typed = kind == Part.TASKS && !paragraph.isEmpty() ? from(paragraph, of) : Typed.NOTHING;
        return show(frame, kind, of(kind, of), null, typed, FormErrors.NONE, 200);
    }

    private Typed from(String paragraph, String instrument) {
        return desk.find(Part.PARAGRAPHS, paragraph)
                .filter(one ->
                        one.instrument().equals(instrument) && one.retired().isEmpty())
                .map(TaskForm::from)
                .orElseThrow(Refusal::notFound);
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/mandates/desk/{part:" + PARTS + "}/new")
    ModelAndView add(
            Frame frame,
            Actor actor,
            HttpServletRequest request,
            @PathVariable String part,
            @RequestParam(defaultValue = "") String of,
            @RequestParam MultiValueMap<String, String> sent) {
        Part kind = Part.of(part).orElseThrow(Refusal::notFound);
        String instrument = of(kind, of);
        Typed typed = Typed.of(sent);
        var errors = FormErrors.collector();
        Map<String, String> values = form.read(frame, kind, instrument, null, typed, errors);
        if (values == null) return show(frame, kind, instrument, null, typed, errors.done(), UNPROCESSABLE);
        String id = desk.add(kind, instrument, values, actor);
        FrameResolver.notice(request, frame.t("mandates.desk.kept"));
        return Pages.goTo(frame, behind(kind, id, kind == Part.INSTRUMENTS ? id : instrument));
    }

    private String of(Part part, String instrument) {
        if (!part.ofInstrument()) return "";
        if (!desk.isThere(instrument)) throw Refusal.notFound();
        return instrument;
    }

    // A task has a page of its own, where it is seen as all see it.
    private String behind(Part part, String id, String instrument) {
        return switch (part) {
            case BODIES, ACTORS -> "/mandates/desk";
            case TASKS -> "/" + entry(part.word(), id).subject();
            default -> "/mandates/desk/instruments/" + instrument;
        };
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping("/mandates/desk/{part:" + PARTS + "}/{id}")
    ModelAndView edit(Frame frame, @PathVariable String part, @PathVariable String id) {
        Entry entry = entry(part, id);
        return show(frame, entry.part(), entry.instrument(), entry, EntryForm.filled(entry), FormErrors.NONE, 200);
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/mandates/desk/{part:" + PARTS + "}/{id}")
    ModelAndView change(
            Frame frame,
            Actor actor,
            HttpServletRequest request,
            @PathVariable String part,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam MultiValueMap<String, String> sent) {
        Entry entry = entry(part, id);
        Typed typed = Typed.of(sent);
        var errors = FormErrors.collector();
        Map<String, String> values = form.read(frame, entry.part(), entry.instrument(), entry, typed, errors);
        if (values == null)
            return show(frame, entry.part(), entry.instrument(), entry, typed, errors.done(), UNPROCESSABLE);
        if (entry.version() != version)
            return show(frame, entry.part(), entry.instrument(), entry, typed, FormErrors.NONE, CONFLICT);
        desk.change(entry.part(), id, values, version, actor);
        FrameResolver.notice(request, frame.t("mandates.desk.kept"));
        return Pages.goTo(frame, behind(entry.part(), id, entry.instrument()));
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/mandates/desk/{part:" + PARTS + "}/{id}/retirement")
    ModelAndView retire(
            Frame frame,
            Actor actor,
            HttpServletRequest request,
            @PathVariable String part,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String reason) {
        Entry entry = entry(part, id);
        if (!Storable.is(reason) || reason.length() > EntryDesk.LONGEST_REASON) throw Refusal.badRequest();
        desk.retire(entry.part(), id, reason, version, actor);
        FrameResolver.notice(request, frame.t("mandates.desk.retired"));
        return Pages.goTo(
                frame,
                entry.part() == Part.INSTRUMENTS
                        ? "/mandates/desk"
                        : "/mandates/desk/instruments/" + entry.instrument());
    }

    private Entry entry(String part, String id) {
        return Part.of(part).flatMap(kind -> desk.find(kind, id)).orElseThrow(Refusal::notFound);
    }

    private ModelAndView show(
            Frame frame,
            Part part,
            String instrument,
            @Nullable Entry entry,
            Typed typed,
            FormErrors errors,
            int status) {
        var options = new LinkedHashMap<String, List<Option>>();
        for (Field field : part.fields())
            if (field.choice() || field.codes())
                options.put(field.name(), choices.of(frame, part, field.name(), instrument, typed.all(field.name())));
        String[] needed = part.fields().stream()
                .filter(one -> one.localized() && one.required())
                .map(Field::name)
                .toArray(String[]::new);
        return Pages.show(
                frame,
                "mandates/web/entry",
                new EntryPage(
                        part,
                        entry,
                        instrument,
                        name(frame, instrument),
                        status == CONFLICT,
                        typed,
                        errors,
                        options,
                        needed.length == 0 ? List.of() : LanguagePart.all(frame, typed, errors, Languages.ALL, needed),
                        part == Part.INSTRUMENTS && entry != null ? shelves(frame, entry.id()) : List.of(),
                        entry == null || (part.ofInstrument() && part != Part.TASKS) ? List.of() : acts(frame, entry)),
                status);
    }

    // Before its first revision an instrument is not public and has only its name in addresses.
    private String name(Frame frame, String instrument) {
        return mandates.findAll(instrument.isEmpty() ? List.of() : List.of(instrument)).stream()
                .map(one -> InstrumentWords.name(frame, one))
                .findFirst()
                .orElse(instrument);
    }

    private List<EntryPage.Shelf> shelves(Frame frame, String instrument) {
        Map<String, String> names = mandates
                .findAll(desk.of(Part.REFERENCES, instrument).stream()
                        .map(one -> one.value("to"))
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(Instrument::slug, one -> InstrumentWords.name(frame, one)));
        return Stream.of(Part.REVISIONS, Part.PARAGRAPHS, Part.REFERENCES, Part.TASKS)
                .map(part -> new EntryPage.Shelf(
                        part.word(),
                        EntryWords.shelf(frame, part),
                        EntryWords.title(frame, part, true),
                        desk.of(part, instrument).stream()
                                .map(one -> new EntryPage.Line(one.id(), line(frame, one, names)))
                                .toList()))
                .toList();
    }

    private static String line(Frame frame, Entry one, Map<String, String> names) {
        return switch (one.part()) {
            case REVISIONS ->
                Stream.of(one.value("label"), one.value("symbol"), one.value("adopted"))
                        .filter(each -> !each.isEmpty())
                        .findFirst()
                        .orElse(frame.t("mandates.desk.only-revision"));
            case PARAGRAPHS -> frame.t("mandates.desk.paragraph-of", one.value("label"), one.value("revision"));
            case TASKS -> frame.t("mandates.desk.task-line", one.number(), frame.text(one.words("words")));
            default ->
                frame.t(
                        "mandates.desk.reference-to",
                        choice(frame, one.value("kind")),
                        names.getOrDefault(one.value("to"), one.value("to")));
        };
    }

    private static String choice(Frame frame, String kind) {
        for (var one : org.throughline.mandates.Reference.Kind.values())
            if (one.word().equals(kind)) return InstrumentWords.says(frame, one);
        return kind;
    }

    private List<EntryPage.EntryAct> acts(Frame frame, Entry entry) {
        return audit.of(entry.subject(), ACTS).stream()
                .map(act -> {
                    JsonNode details = Json.tree(act.details());
                    Part part = Part.of(details.path("part").asString("")).orElse(entry.part());
                    return new EntryPage.EntryAct(
                            EntryWords.act(frame, act.action()) + " · " + EntryWords.title(frame, part, false),
                            frame.dateTime(act.at()),
                            ActorWords.of(frame, act),
                            changes(frame, part, details));
                })
                .toList();
    }

    private static List<String> changes(Frame frame, Part part, JsonNode details) {
        var lines = new ArrayList<String>();
        for (Field field : part.fields()) {
            JsonNode one = details.path("changes").path(field.name());
            if (!one.isMissingNode())
                lines.add(frame.t(
                        "mandates.desk.change",
                        EntryWords.label(frame, part, field.name()),
                        shown(field, one.path("before").asString("")),
                        shown(field, one.path("after").asString(""))));
        }
        for (String said : List.of("reason", "title"))
            if (!details.path(said).asString("").isEmpty())
                lines.add(details.path(said).asString(""));
        return lines;
    }

    private static String shown(Field field, String value) {
        String text = value;
        if (field.localized() && value.startsWith("{")) {
            var each = new ArrayList<String>();
            Json.tree(value)
                    .properties()
                    .forEach(
                            one -> each.add(one.getKey() + ": " + one.getValue().asString("")));
            text = String.join(" | ", each);
        }
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN - 1) + "…" : text.isEmpty() ? "–" : text;
    }
}
