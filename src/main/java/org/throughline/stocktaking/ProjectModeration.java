package org.throughline.stocktaking;

import java.sql.Timestamp;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.platform.Refusal;
import org.throughline.platform.Storable;

/// What the secretariat decides about an entry. Each decision is refused when the entry has changed since it was
/// read, and its keepers are told of it by mail.
@Service
public class ProjectModeration {

    /// Characters of a question or a reason.
    public static final int LONGEST = 4000;

    private final JdbcClient jdbc;
    private final RegisterActs acts;
    private final Register register;
    private final ModerationMails mails;
    private final ProjectLessons lessons;

    ProjectModeration(
            JdbcClient jdbc, RegisterActs acts, Register register, ModerationMails mails, ProjectLessons lessons) {
        this.jdbc = jdbc;
        this.acts = acts;
        this.register = register;
        this.mails = mails;
        this.lessons = lessons;
    }

    /// Shows the newest state to the public.
    @Transactional
    public void publish(ProjectId id, int seen, Actor actor) {
        ProjectRecord before = acts.standing(id, seen);
        lessons.published(before, actor);
        register.publish(id, actor);
        if (before.waits()) mails.published(before);
    }

    /// Gives the entry back to its keepers with a question; it waits again when they send it anew. What is public
    /// stays so meanwhile.
    @Transactional
    public void askBack(ProjectId id, int seen, String question, Actor actor) {
        ProjectRecord before = acts.standing(id, seen);
        String note = note(question);
        jdbc.sql("""
                UPDATE stocktaking.project SET asked_back_at = ?, declined_at = NULL, note = ?, version = version + 1
                WHERE id = ?""").params(Timestamp.from(acts.now()), note, id.value()).update();
        acts.changed(before, "project-asked-back", Map.of("reason", note), actor);
        mails.askedBack(before, note);
    }

    /// Keeps the newest state from the public, for a reason that its keepers are told. What was public before stays
    /// so.
    @Transactional
    public void decline(ProjectId id, int seen, String reason, Actor actor) {
        ProjectRecord before = acts.standing(id, seen);
        String note = note(reason);
        if (before.publishedAt() != null && !before.waits() && before.state() != ProjectRecord.State.ASKED_BACK)
            throw new Refusal("already-public", 409, "stocktaking.problem.already-public");
        jdbc.sql("""
                UPDATE stocktaking.project SET declined_at = ?, asked_back_at = NULL, note = ?, version = version + 1
                WHERE id = ?""").params(Timestamp.from(acts.now()), note, id.value()).update();
        acts.changed(before, "project-declined", Map.of("reason", note), actor);
        mails.declined(before, note);
    }

    /// Takes the entry out of the public's sight for a reason that its keepers are told.
    @Transactional
    public void unpublish(ProjectId id, int seen, String reason, Actor actor) {
        ProjectRecord before = acts.standing(id, seen);
        String note = note(reason);
        if (before.publishedAt() == null) throw new Refusal("not-public", 409, "stocktaking.problem.not-public");
        register.unpublish(id, note, actor);
        mails.unpublished(before, note);
    }

    static String note(String words) {
        String note = words.strip();
        if (note.isEmpty()) throw new Refusal("reason-missing", 422, "stocktaking.problem.reason-missing");
        if (!Storable.is(note) || note.length() > LONGEST)
            throw new Refusal("reason-too-long", 422, "stocktaking.problem.reason-too-long", LONGEST);
        return note;
    }
}
