package org.throughline.synthesis.web;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Pages;
import org.throughline.synthesis.Bands;
import org.throughline.synthesis.Bands.Band;
import org.throughline.synthesis.Draft;
import org.throughline.synthesis.Quantity;
import org.throughline.synthesis.QuantityWords;
import org.throughline.synthesis.SummaryHeader;
import org.throughline.synthesis.Workbench;

/// The page on which the title, the header block and the bands of a summary are set.
@Controller
@RequestMapping("/calls/{slug}/summaries/{id}/header")
class HeaderPages {

    private final Workspace workspace;
    private final Workbench workbench;

    HeaderPages(Workspace workspace, Workbench workbench) {
        this.workspace = workspace;
        this.workbench = workbench;
    }

    @Requires(Permission.ANALYSE)
    @GetMapping
    ModelAndView show(Frame frame, @PathVariable String slug, @PathVariable UUID id) {
        Draft draft = workspace.draft(slug, id);
        return show(frame, draft, values(draft), Map.of(), FormErrors.NONE, 200);
    }

    private ModelAndView show(
            Frame frame,
            Draft draft,
            Map<String, String> values,
            Map<String, String> now,
            FormErrors errors,
            int status) {
        var page = new HeaderPage(
                workspace.call(draft.slug()), draft, values, now, QuantityWords.of(draft.language()), errors);
        return Pages.show(frame, "synthesis/web/header", page, status);
    }

    private static Map<String, String> values(Draft draft) {
        SummaryHeader header = draft.header();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("title", draft.title());
        values.put("purpose", header.purpose());
        values.put("action", header.actionRequired());
        values.put("strategic", String.join("\n", header.strategicPlanLinks()));
        values.put("financial", header.financialImplications());
        values.put("references", String.join("\n", header.references()));
        values.put("background", header.background());
        values.put("limits", header.limits());
        for (Quantity quantity : Quantity.values()) {
            Band band = draft.bands().of(quantity);
            values.put(quantity.word() + "-min", percent(band.minShare()));
            values.put(quantity.word() + "-max", percent(band.maxShare()));
            values.put(quantity.word() + "-least", String.valueOf(band.minInputs()));
            values.put(quantity.word() + "-enough", String.valueOf(band.enoughIfAtMost()));
        }
        return values;
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share * 100)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    @Requires(Permission.ANALYSE)
    @PostMapping
    ModelAndView save(
            Frame frame,
            Actor actor,
            HttpServletRequest request,
            @PathVariable String slug,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam Map<String, String> typed) {
        Draft draft = workspace.draft(slug, id);
        Map<String, String> values = values(draft);
        values.replaceAll((field, old) ->
                typed.getOrDefault(field, "").replace("\r\n", "\n").strip());
        var errors = FormErrors.collector();
        if (values.getOrDefault("title", "").isEmpty()) errors.add("title", frame.t("synthesis.work.title-missing"));
        Bands bands = bands(frame, values, errors);
        if (!errors.isEmpty()) return show(frame, draft, values, Map.of(), errors.done(), 422);
        try {
            workbench.edit(draft.id(), values.getOrDefault("title", ""), header(values), bands, version, actor);
        } catch (Refusal refusal) {
            if (refusal.status() != 409) throw refusal;
            return stale(frame, slug, id, values);
        }
        FrameResolver.notice(request, frame.t("synthesis.work.header.saved"));
        return Pages.goTo(frame, Workspace.base(draft));
    }

    // What somebody else saved is shown beside what was typed, wherever the two differ.
    private ModelAndView stale(Frame frame, String slug, UUID id, Map<String, String> values) {
        Draft draft = workspace.draft(slug, id);
        Map<String, String> now = new LinkedHashMap<>(values(draft));
        now.entrySet().removeIf(entry -> entry.getValue().equals(values.get(entry.getKey())));
        FormErrors errors = FormErrors.collector()
                .add("title", frame.t("synthesis.work.header.stale"))
                .done();
        return show(frame, draft, values, now, errors, 409);
    }

    private static SummaryHeader header(Map<String, String> values) {
        return SummaryHeader.of(
                values.get("purpose"),
                values.get("action"),
                lines(values, "strategic"),
                values.get("financial"),
                lines(values, "references"),
                values.get("background"),
                values.get("limits"));
    }

    private static List<String> lines(Map<String, String> values, String field) {
        return values.getOrDefault(field, "").lines().toList();
    }

    private static Bands bands(Frame frame, Map<String, String> values, FormErrors.Collector errors) {
        Map<Quantity, Band> bands = new EnumMap<>(Quantity.class);
        for (Quantity quantity : Quantity.values()) {
            String name = quantity.word();
            try {
                double min = Double.parseDouble(
                                values.getOrDefault(name + "-min", "").replace(',', '.'))
                        / 100;
                double max = Double.parseDouble(
                                values.getOrDefault(name + "-max", "").replace(',', '.'))
                        / 100;
                int least = Integer.parseInt(values.getOrDefault(name + "-least", ""));
                int enough = Integer.parseInt(values.getOrDefault(name + "-enough", ""));
                if (!(min >= 0 && min <= max && max <= 1) || least < 1 || enough < 0) throw new NumberFormatException();
                bands.put(quantity, new Band(min, max, least, enough));
            } catch (NumberFormatException wrong) {
                errors.add(name + "-min", frame.t("synthesis.work.header.band-wrong"));
            }
        }
        return new Bands(bands);
    }
}
