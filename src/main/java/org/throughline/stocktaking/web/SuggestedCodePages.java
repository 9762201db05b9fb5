package org.throughline.stocktaking.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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
import org.throughline.platform.web.Typed;
import org.throughline.stocktaking.ProjectDesk;
import org.throughline.stocktaking.ProjectRecord;
import org.throughline.stocktaking.ProjectRefused;
import org.throughline.stocktaking.SuggestedCodes;
import org.throughline.stocktaking.Violation;
import org.throughline.vocabulary.TermNames;
import org.throughline.vocabulary.Vocabulary;

/// Taking a code that the desk shows beside an entry over into it.
@Controller
class SuggestedCodePages {

    private final ProjectDesk desk;
    private final SuggestedCodes codes;
    private final ProjectDeskPages pages;
    private final TermNames terms;

    SuggestedCodePages(ProjectDesk desk, SuggestedCodes codes, ProjectDeskPages pages, TermNames terms) {
        this.desk = desk;
        this.codes = codes;
        this.pages = pages;
        this.terms = terms;
    }

    @Requires(Permission.MODERATE_REGISTER)
    @PostMapping("/stocktaking/desk/{number:\\d{1,18}}/codes")
    ModelAndView take(
            Frame frame,
            Actor actor,
            @PathVariable long number,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request) {
        Typed typed = Typed.of(sent);
        ProjectRecord entry = desk.find(number).orElseThrow(Refusal::notFound);
        String code = typed.of("code");
        boolean line = typed.of("field").equals("actionLines");
        if (!line && !typed.of("field").equals("sdgs")) throw Refusal.badRequest();
        String version = typed.of("version");
        int seen = version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1;
        try {
            codes.take(entry.id(), seen, typed.of("field"), code, typed.of("linkage-" + code), actor);
        } catch (Refusal refusal) {
            if (refusal.status() == 400 || refusal.status() == 404) throw refusal;
            return pages.show(
                    frame,
                    desk.find(number).orElseThrow(Refusal::notFound),
                    typed,
                    errors(frame, refusal, code),
                    refusal.status());
        }
        String name = terms.coded(frame, line ? Vocabulary.ACTION_LINES : Vocabulary.SDGS, code);
        FrameResolver.notice(request, frame.t("stocktaking.desk.suggested.taken", name));
        return Pages.goTo(frame, "/stocktaking/desk/" + number);
    }

    private static FormErrors errors(Frame frame, Refusal refusal, String code) {
        var errors = FormErrors.collector();
        if (refusal instanceof ProjectRefused refused)
            for (Violation one : refused.violations())
                errors.add(
                        one.field().endsWith("." + SuggestedCodes.LINKAGE) ? "linkage-" + code : "decision",
                        one.words(frame.texts()));
        else
            errors.add(
                    "decision",
                    refusal.slug().equals("stale")
                            ? frame.t("stocktaking.desk.stale")
                            : frame.t(refusal.messageKey(), refusal.arguments().toArray()));
        return errors.done();
    }
}
