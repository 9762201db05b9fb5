package org.throughline.opendata.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.opendata.DumpEdition;
import org.throughline.opendata.DumpFacts;
import org.throughline.opendata.DumpState;
import org.throughline.opendata.Dumps;
import org.throughline.opendata.OpenDataSettings;
import org.throughline.platform.Refusal;
import org.throughline.platform.Settings;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.PageStore;
import org.throughline.platform.web.Pages;
import org.throughline.stocktaking.ProjectForm;
import org.throughline.stocktaking.PublishedCollections;
import org.throughline.stocktaking.RegisterTags;
import org.throughline.stocktaking.StandardForm;
import org.throughline.vocabulary.Vocabulary;

/// The page from which the register is taken away, with the card of each dump.
@Controller
class DumpPages {

    private final Dumps dumps;
    private final PublishedCollections collections;
    private final Vocabulary vocabulary;
    private final Settings settings;
    private final OpenDataSettings openData;
    private final PageStore pages;
    private final ProjectForm form = StandardForm.read();

    DumpPages(
            Dumps dumps,
            PublishedCollections collections,
            Vocabulary vocabulary,
            Settings settings,
            OpenDataSettings openData,
            PageStore pages) {
        this.dumps = dumps;
        this.collections = collections;
        this.vocabulary = vocabulary;
        this.settings = settings;
        this.openData = openData;
        this.pages = pages;
    }

    @OpenToAll
    @GetMapping("/data/register")
    ModelAndView newest(Frame frame) {
        return show(frame, dumps.find(Dumps.LATEST));
    }

    @OpenToAll
    @GetMapping("/data/register/{name:latest|\\d{4}-\\d{2}-\\d{2}(?:\\.\\d{1,4})?}")
    ModelAndView one(Frame frame, @PathVariable String name) {
        return show(frame, Optional.of(dumps.find(name).orElseThrow(Refusal::notFound)));
    }

    /// Makes one now.
    @Requires(Permission.OPERATE)
    @PostMapping("/data/register")
    ModelAndView make(Frame frame, Actor actor) {
        return Pages.goTo(frame, "/data/register/" + dumps.take(actor).name());
    }

    private ModelAndView show(Frame frame, Optional<DumpEdition> shown) {
        // What is withdrawn makes the card another; an operator sees a form on it.
        pages.dependsOn(Dumps.TAG, RegisterTags.list());
        DumpEdition edition = shown.orElse(null);
        List<DumpState> states = edition == null ? List.of() : dumps.states(edition);
        DumpState state = edition == null
                ? null
                : states.stream()
                        .filter(one -> one.revision() == edition.revision() || !edition.isKept())
                        .findFirst()
                        .orElse(null);
        DumpFacts facts = state == null ? null : state.facts();
        long all = facts == null ? 0 : facts.entries();
        return Pages.show(
                frame,
                "opendata/web/dump",
                new DumpPage(
                        edition,
                        state,
                        states,
                        openData.licence(),
                        openData.licenceName(),
                        openData.publisher(settings),
                        edition == null ? "" : citation(frame, edition),
                        facts == null ? List.of() : rows(facts.languages(), all, code -> language(frame, code)),
                        facts == null ? List.of() : rows(facts.collections(), all, slug -> register(frame, slug)),
                        facts == null ? List.of() : rows(facts.freshness(), all, word -> light(frame, word)),
                        facts == null ? List.of() : fields(frame, facts),
                        dumps.all().stream()
                                .filter(one -> edition == null || !one.id().equals(edition.id()))
                                .filter(DumpEdition::isKept)
                                .toList()));
    }

    private String citation(Frame frame, DumpEdition edition) {
        return frame.t(
                "opendata.card.citation",
                openData.publisher(settings),
                edition.name(),
                settings.publicUrl() + "/data/register/" + edition.name(),
                openData.licenceName());
    }

    private static List<DumpPage.Row> rows(Map<String, Long> counts, long all, Function<String, String> name) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(one -> row(name.apply(one.getKey()), one.getKey(), one.getValue(), all))
                .toList();
    }

    private static DumpPage.Row row(String name, String code, long count, long all) {
        return new DumpPage.Row(name, code, count, all == 0 ? 0 : (double) count / all);
    }

    private List<DumpPage.Row> fields(Frame frame, DumpFacts facts) {
        List<DumpPage.Row> rows = new ArrayList<>();
        form.fields()
                .filter(field -> !field.hidden())
                .forEach(field -> rows.add(row(
                        frame.text(field.label()),
                        field.code(),
                        facts.answered().getOrDefault(field.code(), 0L),
                        facts.entries())));
        return rows;
    }

    private String language(Frame frame, String code) {
        return vocabulary.name(Vocabulary.LANGUAGES, code, frame.language());
    }

    private String register(Frame frame, String slug) {
        return collections.find(slug).map(one -> frame.text(one.name())).orElse(slug);
    }

    private static String light(Frame frame, String word) {
        return switch (word) {
            case "fresh" -> frame.t("opendata.card.fresh");
            case "due" -> frame.t("opendata.card.due");
            case "stale" -> frame.t("opendata.card.stale");
            default -> frame.t("opendata.card.closed");
        };
    }
}
