package org.throughline.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.platform.Json;
import org.throughline.platform.Languages;

/// Compares what we ship with the sources it was checked against, where a copy of these lies beside the program
/// (`THROUGHLINE_REFERENCE_DATA`, else `../shared/data`). They are not ours to ship, so elsewhere these tests are
/// skipped.
class SourcesTests {

    private static final Vocabulary VOCABULARY = Vocabulary.shipped();

    /// The copy of M49 has the English name that the State asked in 1985 not to be used.
    private static final Map<String, String> KNOWN_FAULTS = Map.of("Ivory Coast", "Côte d'Ivoire");

    @Test
    void membersOfTheUnitedNationsAreNamedAsM49NamesThemInSixLanguages() throws IOException {
        for (var language : Languages.ALL) {
            var differing = new ArrayList<String>();
            for (var row : csv("ship/countries/m49-" + language + ".csv")) {
                var term =
                        VOCABULARY.term("countries", row.get("ISO-alpha2 Code")).orElseThrow();
                if (term.attribute("un-status").isEmpty()) continue;
                var theirs = row.get("Country or Area").strip();
                var ours = term.name(language);
                if (!ours.equals(KNOWN_FAULTS.getOrDefault(theirs, theirs))) differing.add(ours + " / " + theirs);
            }
            assertThat(differing).as(language).isEmpty();
        }
    }

    @Test
    void codesAreThoseOfM49() throws IOException {
        var rows = csv("ship/countries/m49-en.csv");
        assertThat(rows).hasSameSizeAs(VOCABULARY.terms("countries"));
        for (var row : rows) {
            var term = VOCABULARY.term("countries", row.get("ISO-alpha2 Code")).orElseThrow();
            assertThat(term.attribute("alpha3")).contains(row.get("ISO-alpha3 Code"));
            assertThat(term.attribute("m49")).contains(row.get("M49 Code"));
        }
    }

    @Test
    void regionsAreThoseInWhichItuPutsEachEconomy() throws IOException {
        var codes = Map.of(
                "Africa",
                "AFR",
                "Arab States",
                "ARB",
                "Asia & Pacific",
                "ASP",
                "CIS countries",
                "CIS",
                "Europe countries",
                "EUR",
                "The Americas",
                "AMS");
        var byAlpha3 = new HashMap<String, Term>();
        for (var term : VOCABULARY.terms("countries"))
            byAlpha3.put(term.attribute("alpha3").orElseThrow(), term);
        for (var row : csv("ship/itu-regions/itu-regions.csv")) {
            var term = byAlpha3.get(row.get("iso3"));
            if (term != null)
                assertThat(VOCABULARY.regionOf(term.code()).orElse(null))
                        .as(term.code())
                        .isEqualTo(codes.get(row.get("itu_region")));
        }
    }

    @ParameterizedTest
    @CsvSource({"eng,en", "fra,fr", "spa,es", "rus,ru", "arb,ar", "cmn_hans,zh"})
    void eachArticleOfTheUniversalDeclarationIsDetectedInItsLanguage(String file, String language) throws IOException {
        var html = Jsoup.parse(Files.readString(folder("dev/udhr-six-languages").resolve(file + ".html")));
        var paragraphs = html.select("p").eachText().stream()
                .filter(text -> text.length() > 40)
                .toList();
        assertThat(paragraphs).hasSizeGreaterThan(15);
        assertThat(paragraphs)
                .allSatisfy(
                        text -> assertThat(LanguageDetector.detect(text).code()).isEqualTo(language));
    }

    @Test
    void countriesOfARealCallForInputsAreFoundOrRefusedForAReason() throws IOException {
        var matcher = new CountryMatcher(VOCABULARY);
        var refused = new ArrayList<String>();
        int rows = 0;
        for (var line : Files.readAllLines(folder("dev/netmundial-2014").resolve("contributions.jsonl"))) {
            var raw = Json.tree(line).path("region_raw").asString();
            rows++;
            if (matcher.match(raw).how() == Match.How.NONE) refused.add(raw);
        }
        // What is left are names of organisations, a job title and "Other".
        assertThat(refused).hasSizeLessThanOrEqualTo(rows * 5 / 100);
    }

    @Test
    void everyLabelOfAPrizeEditionIsFound() throws IOException {
        var countries = new CountryMatcher(VOCABULARY);
        var terms = TermMatcherTests.MATCHER;
        for (var row : csv("dev/wsis-prizes-2015/nominated-projects-2015.csv")) {
            assertThat(countries.match(row.get("country")).found())
                    .as(row.get("country"))
                    .isTrue();
            var line = terms.match("action-lines", row.get("category")).code();
            assertThat(line)
                    .as(row.get("category"))
                    .isEqualTo(
                            terms.match("action-lines", row.get("action_line")).code());
            assertThat(VOCABULARY.leaves("action-lines")).extracting(Term::code).contains(line);
        }
    }

    @Test
    void naughtyStringsAreRefusedOrMatchedButBreakNothing() throws IOException {
        var countries = new CountryMatcher(VOCABULARY);
        var terms = TermMatcherTests.MATCHER;
        var naughty = Json.tree(Files.readString(folder("dev/naughty-strings").resolve("blns.json")));
        assertThat(naughty).hasSizeGreaterThan(400);
        for (var string : naughty) {
            var raw = string.asString();
            assertThat(countries.match(raw).confidence()).isBetween(0.0, 1.0);
            for (var scheme : VOCABULARY.schemes())
                assertThat(terms.match(scheme.name(), raw)).isNotNull();
            assertThat(LanguageDetector.detect(raw).confidence()).isBetween(0.0, 1.0);
        }
    }

    private static Path folder(String name) {
        var root = System.getenv().getOrDefault("THROUGHLINE_REFERENCE_DATA", "../shared/data");
        var folder = Path.of(root, name);
        assumeTrue(Files.isDirectory(folder), "No reference data in " + folder);
        return folder;
    }

    private static List<CSVRecord> csv(String name) throws IOException {
        var file = Path.of(name);
        var text = Files.readString(folder(file.getParent().toString()).resolve(file.getFileName()));
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        return format.parse(new java.io.StringReader(text.replace("\uFEFF", "")))
                .getRecords();
    }
}
