package org.throughline.citations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughline.citations.Citations.Finding;
import org.throughline.citations.Standing.Status;
import org.throughline.world.ThroughlineTest;

/// How many of the citations in five documents of the WSIS+20 review are found, how many that are none, and how fast.
/// The marks (`citations/marks.tsv`) were made by hand; the documents themselves are not part of the program.
@ThroughlineTest
class ReferenceDocumentsTests {

    private static final List<String> FILES = List.of("000", "001", "002", "003", "004");
    private static final int PAGE = 3_000;

    @Autowired
    private Citations citations;

    private Path folder = Path.of("");

    /// @param instrument its slug, or the symbol of a document, or -
    private record Mark(String file, int start, String quote, String instrument, String revision) {}

    @BeforeEach
    void documents() {
        String data = System.getenv("THROUGHLINE_REFERENCE_DATA");
        Assumptions.assumeTrue(data != null, "needs the reference data");
        folder = Path.of(data).resolveSibling("seeds");
        Assumptions.assumeTrue(Files.isDirectory(folder), "needs the reference documents");
    }

    @Test
    void nearlyAllThatTheDocumentsCiteIsFoundAndNearlyNothingElse() throws IOException {
        Set<Mark> marked = marks();
        Set<Mark> found = new LinkedHashSet<>();
        for (String file : FILES)
            for (Finding one : citations.find(text(file), "")) found.add(mark(file, one.citation()));
        long right = found.stream().filter(marked::contains).count();
        double recall = right / (double) marked.size();
        double precision = right / (double) found.size();
        System.out.printf(
                "Citations in the reference documents: %d marked, %d found, %d right; recall %.1f %%, precision %.1f %%%n",
                marked.size(), found.size(), right, 100 * recall, 100 * precision);
        marked.stream().filter(one -> !found.contains(one)).forEach(one -> System.out.println("Not found: " + one));
        found.stream().filter(one -> !marked.contains(one)).forEach(one -> System.out.println("Not marked: " + one));
        assertThat(recall).isGreaterThanOrEqualTo(0.95);
        assertThat(precision).isGreaterThanOrEqualTo(0.97);
    }

    @Test
    void aTextOf2022IsToldWhatHasBeenRevisedSince() {
        List<Finding> found = citations.find(text("004"), "2022-03");

        Finding development = one(found, "wtdc-30");
        assertThat(development.now().status()).isEqualTo(Status.SUPERSEDED);
        assertThat(Objects.requireNonNull(development.now().supersededBy()).label())
                .isEqualTo("Rev. Kigali, 2022");
        assertThat(Objects.requireNonNull(development.then()).status()).isEqualTo(Status.CURRENT);
        Finding standardization = one(found, "wtsa-75");
        // Not verified yet, and told all the same: the register marks it, and somebody has to look.
        assertThat(standardization.now().status()).isEqualTo(Status.SUPERSEDED);
        assertThat(Objects.requireNonNull(standardization.now().supersededBy()).label())
                .isEqualTo("Rev. New Delhi, 2024");
        assertThat(Objects.requireNonNull(standardization.then()).status()).isEqualTo(Status.CURRENT);
        Finding plenipotentiary = one(found, "pp-140");
        assertThat(Objects.requireNonNull(plenipotentiary.now().supersededBy()).label())
                .isEqualTo("Rev. Bucharest, 2022");
        assertThat(Objects.requireNonNull(plenipotentiary.then()).status()).isEqualTo(Status.CURRENT);
    }

    @Test
    void twoHundredPagesASecondAreRead() {
        var all = new StringBuilder();
        FILES.forEach(file -> all.append(text(file)).append('\n'));
        String once = all.toString();
        String long_ = once.repeat(1_000_000 / once.length());
        citations.find(long_, "");
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        int found = citations.find(long_, "").size();
        double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e9;
        double pages = long_.length() / (double) PAGE / seconds;
        System.out.printf("Citations: %d in %d characters, %.0f pages a second%n", found, long_.length(), pages);
        assertThat(pages).isGreaterThan(200);
    }

    private static Finding one(List<Finding> found, String slug) {
        return found.stream()
                .filter(one -> slug.equals(slug(one.citation())))
                .findFirst()
                .orElseThrow();
    }

    private static Mark mark(String file, Citation one) {
        Citable.Revision revision = one.revision();
        boolean named = revision != null && !revision.label().isEmpty();
        return new Mark(file, one.start(), one.quote(), slug(one), named ? revision.label() : "-");
    }

    private static String slug(Citation one) {
        Citable citable = one.citable();
        if (citable != null) return citable.slug();
        return one.ofDocument() ? one.symbol() : "-";
    }

    private Set<Mark> marks() throws IOException {
        var marks = new LinkedHashSet<Mark>();
        String all = new String(
                Objects.requireNonNull(getClass().getResourceAsStream("/citations/marks.tsv"))
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        for (String line : all.lines().toList()) {
            if (line.startsWith("#")) continue;
            String[] part = line.split("\t", -1);
            int start = -1;
            String text = text(part[0]);
            String plain = text.replace('\u00a0', ' ');
            for (int i = Integer.parseInt(part[1]); i > 0; i--) start = plain.indexOf(part[2], start + 1);
            assertThat(start).as(line).isNotNegative();
            String quote = text.substring(start, start + part[2].length());
            marks.add(new Mark(part[0], start, quote, part[3], part[4]));
        }
        return marks;
    }

    private String text(String file) {
        try (var files = Files.newDirectoryStream(folder, file + "_*.txt")) {
            return Files.readString(files.iterator().next());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
