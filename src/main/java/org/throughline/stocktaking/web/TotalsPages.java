package org.throughline.stocktaking.web;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.PageStore;
import org.throughline.platform.web.Pages;
import org.throughline.stocktaking.ClaimUnit.Kind;
import org.throughline.stocktaking.Facet;
import org.throughline.stocktaking.ProjectClaim;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.stocktaking.Projects;
import org.throughline.stocktaking.RegisterAddress;
import org.throughline.stocktaking.RegisterQuery;
import org.throughline.stocktaking.RegisterTags;
import org.throughline.stocktaking.Totals;
import org.throughline.stocktaking.Totals.Left;
import org.throughline.stocktaking.Totals.Reason;
import org.throughline.stocktaking.Totals.Total;
import org.throughline.stocktaking.web.TotalsPage.Claim;
import org.throughline.stocktaking.web.TotalsPage.Sum;
import org.throughline.stocktaking.web.TotalsPage.Unadded;

/// What the projects of a list claim together, as far as it can be added up, and what cannot and why.
@Controller
class TotalsPages {

    private static final int MOST_SHOWN = 50;

    private final Projects projects;
    private final Totals totals;
    private final PageStore pages;
    private final Clock clock;

    TotalsPages(Projects projects, Totals totals, PageStore pages, Clock clock) {
        this.projects = projects;
        this.totals = totals;
        this.pages = pages;
        this.clock = clock;
    }

    @OpenToAll
    @GetMapping("/stocktaking/totals")
    ModelAndView show(Frame frame, @RequestParam MultiValueMap<String, String> parameters) {
        RegisterQuery asked = RegisterAddress.read(parameters, frame.language(), 0);
        RegisterQuery query = asked.facets().containsKey(Facet.COLLECTION)
                ? asked
                : asked.where(Facet.COLLECTION, ProjectCollection.WSIS);
        if (query.text().isEmpty()) {
            pages.sameForAll(RegisterTags.list());
            pages.freshFor(RegisterTags.untilLightsTurn(clock.instant()));
        }
        List<Long> numbers = projects.numbers(query);
        Totals.Result result = totals.of(numbers);
        String exact = RegisterAddress.write(query, Facet.COLLECTION);
        return Pages.show(
                frame,
                "stocktaking/web/totals",
                new TotalsPage(
                        numbers.size(),
                        result.claims(),
                        exact.isEmpty() ? "" : "?" + exact,
                        result.totals().stream()
                                .limit(MOST_SHOWN)
                                .map(total -> sum(frame, total))
                                .toList(),
                        unadded(frame, result.unadded())));
    }

    private static Sum sum(Frame frame, Total total) {
        String amount = number(frame, total.sum());
        String unit = unit(frame, total);
        return new Sum(
                total.kind() == Kind.REACHED
                        ? frame.t("stocktaking.totals.at-least", amount, unit)
                        : frame.t("stocktaking.totals.sum", amount, unit),
                frame.t(
                        "stocktaking.totals.of",
                        total.added().size(),
                        total.added().size() + total.left().size()),
                total.evident().compareTo(total.sum()) == 0
                        ? frame.t("stocktaking.totals.evident.all")
                        : frame.t("stocktaking.totals.evident", number(frame, total.evident())),
                claims(frame, total.added()),
                unadded(frame, total.left()));
    }

    private static String number(Frame frame, BigDecimal number) {
        return frame.number(number.longValue());
    }

    private static String unit(Frame frame, Total total) {
        return switch (total.unit()) {
            case "persons" -> frame.t("stocktaking.totals.unit.persons");
            case "users" -> frame.t("stocktaking.totals.unit.users");
            case "women" -> frame.t("stocktaking.totals.unit.women");
            case "children" -> frame.t("stocktaking.totals.unit.children");
            case "students" -> frame.t("stocktaking.totals.unit.students");
            case "teachers" -> frame.t("stocktaking.totals.unit.teachers");
            case "households" -> frame.t("stocktaking.totals.unit.households");
            case "schools" -> frame.t("stocktaking.totals.unit.schools");
            case "villages" -> frame.t("stocktaking.totals.unit.villages");
            case "communities" -> frame.t("stocktaking.totals.unit.communities");
            case "countries" -> frame.t("stocktaking.totals.unit.countries");
            case "kilometres" -> frame.t("stocktaking.totals.unit.kilometres");
            // As it was typed first.
            default ->
                total.kind() == Kind.MONEY
                        ? total.unit()
                        : total.added().getFirst().unit();
        };
    }

    private static List<Claim> claims(Frame frame, List<ProjectClaim> claims) {
        return claims.stream()
                .limit(MOST_SHOWN)
                .map(claim -> claim(frame, claim, null))
                .toList();
    }

    private static Claim claim(Frame frame, ProjectClaim claim, @Nullable ProjectClaim because) {
        List<String> evidence = new ArrayList<>();
        if (claim.hasEvidence()) {
            evidence.add(claim.document());
            if (!claim.page().isEmpty()) evidence.add(frame.t("stocktaking.totals.page", claim.page()));
            if (!claim.date().isEmpty()) evidence.add(claim.date());
        }
        return new Claim(
                claim.project(),
                claim.title(),
                claim.language(),
                claim.text(),
                claim.hasEvidence() ? String.join(", ", evidence) : frame.t("stocktaking.totals.without"),
                because == null ? 0 : because.project());
    }

    private static List<Unadded> unadded(Frame frame, List<Left> left) {
        Map<Reason, List<Left>> byReason = new EnumMap<>(Reason.class);
        left.forEach(one ->
                byReason.computeIfAbsent(one.reason(), any -> new ArrayList<>()).add(one));
        List<Unadded> groups = new ArrayList<>();
        byReason.forEach((reason, some) -> groups.add(new Unadded(
                reason(frame, reason),
                some.size(),
                some.stream()
                        .limit(MOST_SHOWN)
                        .map(one -> claim(frame, one.claim(), one.because()))
                        .toList())));
        return groups;
    }

    private static String reason(Frame frame, Reason reason) {
        return switch (reason) {
            case NO_AMOUNT -> frame.t("stocktaking.totals.reason.no-amount");
            case NO_UNIT -> frame.t("stocktaking.totals.reason.no-unit");
            case NO_CURRENCY -> frame.t("stocktaking.totals.reason.no-currency");
            case NO_DATE -> frame.t("stocktaking.totals.reason.no-date");
            case SAME_PROJECT -> frame.t("stocktaking.totals.reason.same-project");
            case OVERLAP -> frame.t("stocktaking.totals.reason.overlap");
        };
    }
}
