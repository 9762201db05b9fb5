package org.throughline.opendata.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.opendata.DumpEdition;
import org.throughline.opendata.DumpFacts;
import org.throughline.opendata.DumpState;
import org.throughline.opendata.Dumps;
import org.throughline.opendata.OpenDataSettings;
import org.throughline.platform.Refusal;
import org.throughline.platform.Settings;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.web.JsonAnswer;

/// Which dumps there are, and the card of each, for programs that fetch them.
@RestController
class DumpsApi {

    private final Dumps dumps;
    private final Settings settings;
    private final OpenDataSettings openData;

    DumpsApi(Dumps dumps, Settings settings, OpenDataSettings openData) {
        this.dumps = dumps;
        this.settings = settings;
        this.openData = openData;
    }

    /// @param lines how many lines it has, those of entries that are gone included
    record Line(String name, String takenAt, long lines, int revision, boolean kept, String url) {}

    record FileRecord(String name, String mediaType, long bytes, long packedBytes, String sha256, String url) {}

    record Revision(int revision, String madeAt, String fingerprint) {}

    /// @param current whether files and facts are those of the present revision; they are not while they are being
    /// made anew
    record Card(
            String name,
            String takenAt,
            long lines,
            int revision,
            boolean kept,
            boolean current,
            String licence,
            String publisher,
            @Nullable String fingerprint,
            @Nullable DumpFacts facts,
            List<FileRecord> files,
            List<Revision> revisions,
            String url) {}

    @OpenToAll
    @GetMapping("/api/v1/dumps")
    ResponseEntity<byte[]> all() {
        List<Line> items = dumps.all().stream()
                .map(one -> new Line(
                        one.name(), one.takenAt().toString(), one.entries(), one.revision(), one.isKept(), url(one)))
                .toList();
        return JsonAnswer.of(new JsonAnswer.Listing<>(items, items.size(), null));
    }

    @OpenToAll
    @GetMapping("/api/v1/dumps/{name}")
    ResponseEntity<byte[]> one(@PathVariable String name) {
        if (!name.matches("[a-z0-9.-]{1,20}")) throw Refusal.notFound();
        DumpEdition edition = dumps.find(name).orElseThrow(Refusal::notFound);
        List<DumpState> states = dumps.states(edition);
        DumpState newest = states.isEmpty() ? null : states.getFirst();
        boolean current = newest != null && newest.revision() == edition.revision();
        return JsonAnswer.of(new Card(
                edition.name(),
                edition.takenAt().toString(),
                edition.entries(),
                edition.revision(),
                edition.isKept(),
                current,
                openData.licence(),
                openData.publisher(settings),
                newest == null ? null : newest.fingerprint(),
                newest == null ? null : newest.facts(),
                newest == null || !edition.isKept()
                        ? List.of()
                        : newest.files().stream()
                                .map(file -> file(edition, file))
                                .toList(),
                states.stream()
                        .map(state ->
                                new Revision(state.revision(), state.madeAt().toString(), state.fingerprint()))
                        .toList(),
                url(edition)));
    }

    private FileRecord file(DumpEdition edition, DumpState.DumpFile file) {
        return new FileRecord(
                file.name(),
                file.mediaType(),
                file.bytes(),
                file.packed(),
                file.sha256(),
                url(edition) + "/" + file.name());
    }

    private String url(DumpEdition edition) {
        return settings.publicUrl() + "/data/register/" + edition.name();
    }
}
