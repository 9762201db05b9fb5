package org.throughline.stocktaking.web;

import java.util.List;

/// What projects claim together.
///
/// @param query of the list that the projects are of, with its question mark
/// @param unadded what belongs to no sum
public record TotalsPage(int projects, int claims, String query, List<Sum> sums, List<Unadded> unadded) {

    /// @param words the sum with its unit
    /// @param of how many claims are in it
    /// @param evidence how much of it is shown by documents
    public record Sum(String words, String of, String evidence, List<Claim> added, List<Unadded> left) {}

    /// Claims that were left out for one reason.
    public record Unadded(String reason, int count, List<Claim> claims) {}

    /// @param evidence what shows it, or that nothing does
    /// @param because the project whose claim stands in its place; 0 where none does
    public record Claim(long project, String title, String language, String text, String evidence, long because) {}
}
