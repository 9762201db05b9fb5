package org.throughline.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.calls.web.CallActs;
import org.throughline.chain.web.ChainActs;
import org.throughline.citations.CitedWords;
import org.throughline.directory.web.RoleWords;
import org.throughline.documents.web.DocumentWords;
import org.throughline.groups.web.GroupActs;
import org.throughline.inputs.web.DeskWords;
import org.throughline.letters.web.LetterActs;
import org.throughline.mandates.web.EntryWords;
import org.throughline.notices.web.NoticeActs;
import org.throughline.platform.Messages;
import org.throughline.platform.web.Frame;
import org.throughline.roadmaps.web.RoadmapActs;
import org.throughline.stocktaking.web.RegisterWords;

/// Every act and every actor that the code records has words in each language on the page that shows it.
class ActWordsTests {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern ACT =
            Pattern.compile("\"([a-z]+(?:-[a-z]+)*-(?:[a-z]+ed|in|out|taken|begun|written|duplicate))\"");
    private static final Pattern PROGRAM = Pattern.compile("Actor\\.system\\(\"([^\"]+)\"\\)");

    // Names of refusals that stand beside the acts, acts on things whose record no page shows, and acts on terms, which
    // their page says in one sentence with the term, the code and both weights.
    private static final Set<String> ELSEWHERE = Set.of(
            "suggestion-term-weighed",
            "suggestion-term-restored",
            "suggestion-word-silenced",
            "section-code-taken",
            "output-name-taken",
            "roadmap-code-taken",
            "theme-title-taken",
            "section-added",
            "section-renamed",
            "section-deleted",
            "theme-added",
            "theme-edited",
            "theme-merged",
            "theme-deleted",
            "sentence-written",
            "sentence-rewritten",
            "sentence-deleted",
            "summary-begun",
            "summary-edited",
            "summary-published",
            "report-begun",
            "report-comment-declined",
            "report-comments-closed",
            "report-comments-extended",
            "report-created",
            "report-discarded",
            "report-published",
            "report-recipe-changed",
            "suggestions-taken",
            "review-saved",
            "task-remark-declined",
            "family-accepted",
            "family-dissolved");

    private static final List<BiFunction<Frame, String, String>> PAGES = List.of(
            DeskWords::act,
            CallActs::words,
            NoticeActs::words,
            RegisterWords::act,
            RoadmapActs::words,
            ChainActs::words,
            GroupActs::words,
            CitedWords::act,
            DocumentWords::act,
            LetterActs::words,
            EntryWords::act,
            ActWordsTests::ofPerson);

    private static String ofPerson(Frame frame, String action) {
        return RoleWords.act(frame, new AuditTrail.Act(Instant.EPOCH, null, "", action, "{\"role\": \"CHAIR\"}"));
    }

    private static Frame frame(String language) {
        return new Frame("Throughline", new Messages().in(language), "/", "", null, () -> null, null, false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar", "zh", "fr", "ru", "es"})
    void everyActHasWords(String language) throws IOException {
        Frame frame = frame(language);
        String none = frame.t("audit.act.other");
        Set<String> acts = found(ACT, "AuditTrail");
        assertThat(acts).contains("endorsement-confirmed", "input-received", "call-extended", "signed-in");
        acts.removeAll(ELSEWHERE);
        assertThat(acts)
                .allSatisfy(act -> assertThat(PAGES.stream()
                                .map(page -> page.apply(frame, act))
                                .filter(words -> !words.equals(none)))
                        .as(act)
                        .isNotEmpty());
        assertThat(DeskWords.act(frame, "never-heard-of")).isEqualTo(none);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar", "zh", "fr", "ru", "es"})
    void theProgramIsNamedByWhatItWasDoing(String language) throws IOException {
        Frame frame = frame(language);
        Set<String> names = found(PROGRAM, "Actor.system");
        assertThat(names).contains("endorser", "import");
        assertThat(names)
                .allSatisfy(name -> assertThat(ActorWords.ofProgram(frame, name))
                        .isNotEqualTo(name)
                        .isNotEqualTo(frame.t("audit.actor.program")));
    }

    private static Set<String> found(Pattern pattern, String inFilesWith) throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                if (!source.contains(inFilesWith)) continue;
                var match = pattern.matcher(source);
                while (match.find()) found.add(match.group(1));
            }
        }
        return found;
    }
}
