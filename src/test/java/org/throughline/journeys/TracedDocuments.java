package org.throughline.journeys;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.throughline.audit.Actor;
import org.throughline.calls.CallId;
import org.throughline.documents.Change;
import org.throughline.documents.DocumentWork;
import org.throughline.documents.SampleDocuments;
import org.throughline.letters.SmallLetter;

/// A document with all that a header has, with a revision, and cited by another; one that its author is writing; and
/// letters.
record TracedDocuments(DocumentWork posted, DocumentWork revision, UUID draft, SmallLetter.Traced letters) {

    private static final String TEXT = """
            # Background

            1. The Group **notes** this.^[With a note.]

            Table: Figures

            | Year | Sites |
            | --- | --: |
            | 2026 | 12 |
            """;

    static TracedDocuments in(ApplicationContext program, Actor author, CallId call) {
        var samples = new SampleDocuments(program);
        String meeting = SampleDocuments.freshMeeting();
        DocumentWork posted = samples.posted(
                meeting, "A contribution", List.of("WTSA Resolution 75 (Rev. Geneva, 2022)", "A letter"));
        DocumentWork revision = samples.changed(posted, Change.REVISION);
        samples.posted(meeting, "Another", List.of(posted.symbol()));
        UUID draft = samples.draft(meeting, "Being written", TEXT, List.of("A/RES/70/125"), author);
        return new TracedDocuments(posted, revision, draft, SmallLetter.traced(program, call));
    }

    /// What anybody may read, before that of others.
    List<String> andPublic(List<String> others) {
        return with(
                others,
                "/documents/" + posted.address(),
                "/documents/changes/" + revision.address(),
                "/letters",
                letters.letter(),
                letters.note());
    }

    /// What is opened by a link in a mail.
    List<String> andForms(String... others) {
        return with(List.of(others), letters.reply(), letters.question());
    }

    /// What its author comes by.
    List<String> andOwn(String... others) {
        String own = "/documents/drafts/" + draft;
        return with(
                List.of(others),
                "/documents/mine",
                own,
                own + "/about",
                own + "/text",
                own + "/check",
                letters.answer());
    }

    /// Where the secretariat decides.
    List<String> andSecretariat(List<String> others) {
        String desk = "/documents/desk/" + posted.id();
        return with(
                others,
                desk,
                desk + "/translation",
                "/letters/desk",
                "/letters/desk/addressees",
                "/letters/desk/addressees/import");
    }

    private static List<String> with(List<String> others, String... own) {
        return Stream.concat(Stream.of(own), others.stream()).toList();
    }
}
