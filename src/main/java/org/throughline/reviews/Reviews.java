package org.throughline.reviews;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.platform.Ids;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Published;
import org.throughline.platform.web.PageStore;
import org.throughline.reviews.Review.Milestone;

/// The reviews of this installation.
@Service
public class Reviews {

    private static final RowMapper<Review> REVIEW = (row, n) -> new Review(
            row.getObject("id", UUID.class),
            row.getString("slug"),
            Json.read(row.getString("title"), LocalizedText.class),
            Json.read(row.getString("description"), LocalizedText.class),
            List.of());

    private final JdbcClient jdbc;
    private final Published published;
    private final ReviewCitations citations;
    private final AuditTrail audit;
    private final PageStore pages;
    private final Clock clock;

    Reviews(
            JdbcClient jdbc,
            Published published,
            ReviewCitations citations,
            AuditTrail audit,
            PageStore pages,
            Clock clock) {
        this.jdbc = jdbc;
        this.published = published;
        this.citations = citations;
        this.audit = audit;
        this.pages = pages;
        this.clock = clock;
    }

    /// Makes a review, or brings the one with this slug to these words and milestones.
    @Transactional
    public UUID save(
            String slug, LocalizedText title, LocalizedText description, List<Milestone> milestones, Actor actor) {
        UUID id = jdbc.sql("""
                INSERT INTO reviews.review (id, slug, title, description, created_at) VALUES (?, ?, ?::jsonb, ?::jsonb, ?)
                ON CONFLICT (slug) DO UPDATE SET title = excluded.title, description = excluded.description
                RETURNING id""")
                .params(Ids.next(), slug, Json.write(title), Json.write(description), Timestamp.from(clock.instant()))
                .query(UUID.class)
                .single();
        jdbc.sql("DELETE FROM reviews.milestone WHERE review_id = ?").param(id).update();
        for (Milestone milestone : milestones)
            jdbc.sql("""
                    INSERT INTO reviews.milestone (id, review_id, held_on, kind, title, source)
                    VALUES (?, ?, ?, ?, ?::jsonb, ?)""")
                    .params(
                            Ids.next(),
                            id,
                            milestone.heldOn(),
                            milestone.kind(),
                            Json.write(milestone.title()),
                            milestone.source())
                    .update();
        citations.put(slug, title, description, milestones);
        audit.record(actor, "review-saved", "reviews/" + slug, Map.of("milestones", milestones.size()));
        pages.changed("review:" + slug, "reviews");
        return id;
    }

    /// Every public review, without milestones, by title.
    public List<Review> all() {
        return published
                .sql("SELECT id, slug, title, description FROM reviews.published_review ORDER BY slug")
                .query(REVIEW)
                .list();
    }

    public Optional<Review> find(String slug) {
        return published
                .sql("SELECT id, slug, title, description FROM reviews.published_review WHERE slug = ?")
                .param(slug)
                .query(REVIEW)
                .optional()
                .map(this::withMilestones);
    }

    public Optional<Review> find(UUID id) {
        return published
                .sql("SELECT id, slug, title, description FROM reviews.published_review WHERE id = ?")
                .param(id)
                .query(REVIEW)
                .optional()
                .map(this::withMilestones);
    }

    private Review withMilestones(Review review) {
        List<Milestone> milestones = published
                .sql("""
                SELECT held_on, kind, title, source FROM reviews.published_milestone
                WHERE review_id = ? ORDER BY held_on, title""")
                .param(review.id())
                .query((row, n) -> new Milestone(
                        row.getDate("held_on").toLocalDate(),
                        row.getString("kind"),
                        Json.read(row.getString("title"), LocalizedText.class),
                        row.getString("source")))
                .list();
        return new Review(review.id(), review.slug(), review.title(), review.description(), milestones);
    }
}
