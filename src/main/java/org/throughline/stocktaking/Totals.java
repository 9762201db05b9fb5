package org.throughline.stocktaking;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.throughline.platform.Json;
import org.throughline.platform.Published;
import org.throughline.platform.Refusal;
import org.throughline.stocktaking.ClaimUnit.Kind;

/// Adds up what public projects claim, where that makes sense, and says of every claim it leaves out why. A sum is
/// "at least": of claims that may speak of the same people only the largest is in it.
@Service
public class Totals {

    /// More claims than this are not compared with each other at once.
    public static final int MOST = 20_000;

    private final Published published;

    Totals(Published published) {
        this.published = published;
    }

    /// Why a claim is not in a sum.
    public enum Reason {
        /// It has no number.
        NO_AMOUNT,
        /// It does not say of what.
        NO_UNIT,
        /// Money without its currency as a code.
        NO_CURRENCY,
        /// Money without a date.
        NO_DATE,
        /// The same project claims more, or the same later.
        SAME_PROJECT,
        /// It may speak of the same ones as another project at the same place and time.
        OVERLAP
    }

    /// A claim that was left out.
    ///
    /// @param because the claim that stands in the sum in its place; absent where there is none
    public record Left(
            ProjectClaim claim, Reason reason, @Nullable ProjectClaim because) {}

    /// The sum of one unit, for money of one currency and year.
    ///
    /// @param unit see [ClaimUnit#code]; for money followed by its year: `USD 2024`
    /// @param evident how much of the sum is shown by a document
    public record Total(
            String unit, Kind kind, BigDecimal sum, BigDecimal evident, List<ProjectClaim> added, List<Left> left) {}

    /// All that came of adding.
    ///
    /// @param claims how many there are
    /// @param unadded claims that belong to no sum at all
    public record Result(int claims, List<Total> totals, List<Left> unadded) {}

    /// Over public projects with these numbers. Refuses more claims than can be compared.
    public Result of(Collection<Long> numbers) {
        return of(numbers, MOST);
    }

    Result of(Collection<Long> numbers, int most) {
        return add(read(numbers, most));
    }

    // No more than can be compared is read, however many a project has.
    private List<ProjectClaim> read(Collection<Long> numbers, int most) {
        if (numbers.isEmpty()) return List.of();
        List<ProjectClaim> claims = new ArrayList<>();
        published
                .sql("""
                SELECT number, title, language, claims, countries, starts_on, ends_on
                FROM (SELECT number, title, language, claims, countries, starts_on, ends_on, jsonb_array_length(claims) AS own,
                             sum(jsonb_array_length(claims)) OVER (ORDER BY number) AS so_far
                      FROM (SELECT *, answers -> 'claims' AS claims FROM stocktaking.published_project
                            WHERE number = ANY (:numbers) AND jsonb_typeof(answers -> 'claims') = 'array' OFFSET 0) p) p
                WHERE so_far - own <= :most ORDER BY number""")
                .param("numbers", numbers.toArray(Long[]::new))
                .param("most", most)
                .query(row -> {
                    claims.addAll(ProjectClaim.of(
                            row.getLong("number"),
                            row.getString("title"),
                            row.getString("language"),
                            Json.tree(row.getString("claims")),
                            List.of((String[]) row.getArray("countries").getArray()),
                            row.getObject("starts_on", LocalDate.class),
                            row.getObject("ends_on", LocalDate.class)));
                });
        if (claims.size() > most)
            throw new Refusal("too-many-claims", 422, "stocktaking.totals.problem.too-many", most);
        return claims;
    }

    static Result add(List<ProjectClaim> claims) {
        Map<String, List<ProjectClaim>> byUnit = new TreeMap<>();
        List<Left> unadded = new ArrayList<>();
        for (ProjectClaim claim : claims) {
            Reason wrong = unaddable(claim);
            if (wrong != null) unadded.add(new Left(claim, wrong, null));
            else byUnit.computeIfAbsent(unitOf(claim), any -> new ArrayList<>()).add(claim);
        }
        List<Total> totals = new ArrayList<>();
        byUnit.forEach((unit, some) ->
                totals.add(total(unit, ClaimUnit.of(some.getFirst().unit()).kind(), some)));
        totals.sort(Comparator.comparing((Total total) -> total.added().size())
                .reversed()
                .thenComparing(Total::unit));
        return new Result(claims.size(), totals, unadded);
    }

    private static @Nullable Reason unaddable(ProjectClaim claim) {
        if (claim.amount() == null || claim.amount().signum() < 0) return Reason.NO_AMOUNT;
        if (claim.unit().isEmpty()) return Reason.NO_UNIT;
        ClaimUnit unit = ClaimUnit.of(claim.unit());
        if (unit.kind() != Kind.MONEY) return null;
        if (unit.code().isEmpty()) return Reason.NO_CURRENCY;
        return claim.asOf().isEmpty() ? Reason.NO_DATE : null;
    }

    // Money of different years is not the same money.
    private static String unitOf(ProjectClaim claim) {
        ClaimUnit unit = ClaimUnit.of(claim.unit());
        return unit.kind() == Kind.MONEY ? unit.code() + " " + claim.asOf().substring(0, 4) : unit.code();
    }

    // The largest first, so that what is left out is never more than what stands for it.
    private static Total total(String unit, Kind kind, List<ProjectClaim> claims) {
        List<ProjectClaim> added = new ArrayList<>();
        List<Left> left = new ArrayList<>();
        claims.stream()
                .sorted(Comparator.comparing((ProjectClaim claim) -> amount(claim))
                        .reversed()
                        .thenComparing(claim -> !claim.hasEvidence())
                        .thenComparingLong(ProjectClaim::project))
                .forEach(claim -> {
                    for (ProjectClaim other : added) {
                        if (other.project() == claim.project()) {
                            left.add(new Left(claim, Reason.SAME_PROJECT, other));
                            return;
                        }
                        if (kind == Kind.REACHED && other.mayOverlap(claim)) {
                            left.add(new Left(claim, Reason.OVERLAP, other));
                            return;
                        }
                    }
                    added.add(claim);
                });
        return new Total(
                unit,
                kind,
                sum(added),
                sum(added.stream().filter(ProjectClaim::hasEvidence).toList()),
                added,
                left);
    }

    private static BigDecimal amount(ProjectClaim claim) {
        return claim.amount() == null ? BigDecimal.ZERO : claim.amount();
    }

    private static BigDecimal sum(List<ProjectClaim> claims) {
        return claims.stream().map(Totals::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
