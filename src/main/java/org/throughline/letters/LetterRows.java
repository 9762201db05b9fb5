package org.throughline.letters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.calls.CallId;
import org.throughline.letters.CircularLetter.Extension;
import org.throughline.letters.LetterContent.Contact;
import org.throughline.letters.LetterContent.Signatory;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;
import tools.jackson.core.type.TypeReference;

/// Rows of letters, read the same way for the secretariat and, from the published view, for everybody.
final class LetterRows {

    /// All of them for the secretariat; a letter follows the deadline of its call.
    static final String ALL = """
            SELECT l.id, l.kind, l.reference, l.place, l.dated, l.subject, l.body, l.original, l.classes, l.contact, l.signatory,
                l.call, l.proposal, l.rule, l.replies_public, l.reminders, l.public, l.dispatched_at, l.version,
                CASE WHEN l.kind = 'questionnaire' THEN c.closes_at ELSE l.closes_at END AS closes_at,
                coalesce(c.slug, '') AS call_slug, """ + extensions("letters.extension") + """
                FROM letters.letter l LEFT JOIN calls.call c ON c.id = l.call""";

    static final String PUBLISHED = """
            SELECT l.id, l.kind, l.reference, l.place, l.dated, l.subject, l.body, l.original, l.classes, l.contact, l.signatory,
                NULL::uuid AS call, l.proposal, l.rule, l.replies_public, '{}'::int[] AS reminders, true AS public,
                l.dispatched_at, 0 AS version, l.closes_at, l.call_slug, """ + extensions("letters.published_extension") + """
                FROM letters.published_letter l""";

    private LetterRows() {}

    private static String extensions(String table) {
        return """
                coalesce((SELECT jsonb_agg(jsonb_build_object('decidedAt', x.decided_at, 'oldEnd', x.old_end,
                    'newEnd', x.new_end, 'reason', x.reason) ORDER BY x.number)
                    FROM %s x WHERE x.letter = l.id), '[]') AS extensions
                """.formatted(table);
    }

    static CircularLetter letter(ResultSet row, int n) throws SQLException {
        UUID call = row.getObject("call", UUID.class);
        Instant closesAt = instant(row, "closes_at");
        return new CircularLetter(
                row.getObject("id", UUID.class),
                new LetterContent(
                        CircularKind.of(row.getString("kind")).orElseThrow(),
                        text(row, "place"),
                        text(row, "subject"),
                        text(row, "body"),
                        row.getString("original"),
                        List.of((String[]) row.getArray("classes").getArray()),
                        Json.read(row.getString("contact"), Contact.class),
                        Json.read(row.getString("signatory"), Signatory.class),
                        call == null ? null : new CallId(call),
                        text(row, "proposal"),
                        row.getString("rule"),
                        row.getBoolean("replies_public"),
                        closesAt,
                        Arrays.asList((Integer[]) row.getArray("reminders").getArray()),
                        row.getBoolean("public")),
                row.getString("reference"),
                row.getObject("dated", LocalDate.class),
                row.getString("call_slug"),
                closesAt,
                instant(row, "dispatched_at"),
                Json.read(row.getString("extensions"), new TypeReference<List<Extension>>() {}),
                row.getInt("version"));
    }

    static LetterFigures figures(ResultSet row, int n) throws SQLException {
        return new LetterFigures(
                row.getLong("entitled"),
                row.getLong("sent"),
                row.getLong("acknowledged"),
                row.getLong("replied"),
                row.getLong("late"),
                row.getLong("approve"),
                row.getLong("reject"),
                row.getLong("abstain"));
    }

    static MajorityRule rule(ResultSet row, int n) throws SQLException {
        return new MajorityRule(
                row.getString("code"),
                row.getInt("numerator"),
                row.getInt("denominator"),
                row.getBoolean("more_than"),
                MajorityRule.Base.of(row.getString("base")),
                row.getInt("quorum_numerator"),
                row.getInt("quorum_denominator"),
                row.getBoolean("quorum_more_than"));
    }

    static LocalizedText text(ResultSet row, String column) throws SQLException {
        return Json.read(row.getString(column), LocalizedText.class);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
