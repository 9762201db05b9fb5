package org.throughline.documents;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;
import org.throughline.audit.Actor;
import org.throughline.documents.DocumentDrafts.About;
import org.throughline.platform.access.Permission;

/// Documents for tests: drafted, sent, numbered and posted as people do it.
public final class SampleDocuments {

    public static final Actor SECRETARIAT = Actor.system("test");

    private final DocumentDrafts drafts;
    private final DocumentDesk desk;
    private final DocumentRows rows;

    public SampleDocuments(ApplicationContext program) {
        drafts = program.getBean(DocumentDrafts.class);
        desk = program.getBean(DocumentDesk.class);
        rows = program.getBean(DocumentRows.class);
    }

    // All tests share one database, and no symbol is given twice.
    private static final AtomicInteger MEETINGS = new AtomicInteger(100);

    /// A meeting for which no other test numbers anything.
    public static String freshMeeting() {
        return String.valueOf(MEETINGS.getAndIncrement());
    }

    public static Actor author() {
        return new Actor(UUID.randomUUID(), "Nadifa", Set.of(Permission.CONTRIBUTE));
    }

    /// A draft that can be sent.
    public UUID draft(String meeting, String title, String body, List<String> references, Actor author) {
        var about = new About(
                "cwg-wsis-sdg",
                meeting,
                DocumentKind.CONTRIBUTION,
                List.of(new DocumentSource(DocumentSource.Kind.MEMBER_STATE, "KE", "Kenya")),
                "en");
        UUID id = drafts.start(about, author);
        drafts.saveHeader(
                id,
                version(id),
                new DocumentDrafts.Header(
                        new DocumentHeader(
                                "consider", "group", List.of("partnerships"), "within-resources", references),
                        new Expression("en", Expression.Standing.ORIGINAL, title, "This document asks.", "", "", ""),
                        "2026-03-02",
                        ""),
                author);
        drafts.saveText(id, version(id), body, author);
        return id;
    }

    public UUID sent(String meeting, String title) {
        return sent(meeting, title, "First paragraph.\n\nSecond paragraph.", author());
    }

    public UUID sent(String meeting, String title, String body, Actor author) {
        UUID id = draft(meeting, title, body, List.of(), author);
        drafts.submit(id, version(id), author);
        return id;
    }

    public DocumentWork posted(String meeting, String title) {
        return posted(meeting, title, List.of());
    }

    public DocumentWork posted(String meeting, String title, List<String> references) {
        Actor author = author();
        UUID id = draft(meeting, title, "First paragraph.\n\nSecond paragraph.", references, author);
        drafts.submit(id, version(id), author);
        desk.acceptAndPost(id, version(id), SECRETARIAT);
        return find(id);
    }

    /// A revision, an addendum or a corrigendum, posted.
    public DocumentWork changed(DocumentWork of, Change change) {
        Actor author = author();
        UUID id = drafts.startChange(of, change, author);
        if (change != Change.REVISION) drafts.saveText(id, version(id), "What is added.", author);
        drafts.submit(id, version(id), author);
        desk.acceptAndPost(id, version(id), SECRETARIAT);
        return find(id);
    }

    public int version(UUID id) {
        return find(id).version();
    }

    public DocumentWork find(UUID id) {
        return rows.find(id).orElseThrow();
    }
}
