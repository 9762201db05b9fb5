package org.throughline.synthesis;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.throughline.calls.CallId;
import org.throughline.platform.Published;

/// Which published inputs no sentence of a call's newest published summaries rests on.
@Service
public class UnusedInputs {

    private static final int NUMBERS = 100;

    private final Published published;

    UnusedInputs(Published published) {
        this.published = published;
    }

    /// What became of the inputs of one call. Inputs that are not public are counted and no more.
    ///
    /// @param summarised whether a summary of the call was published
    /// @param unused how many of the published ones no sentence cites
    /// @param unquotable how many of the unused ones do not allow to be quoted, so that no sentence can
    /// @param numbers of the unused ones, a hundred at most
    public record Count(
            CallId call,
            boolean summarised,
            long received,
            long withdrawn,
            long duplicates,
            long unpublished,
            long published,
            long unused,
            long unquotable,
            List<Integer> numbers) {}

    /// One for each call that received something.
    public List<Count> counts() {
        return published
                .sql("""
                WITH used AS (
                    SELECT DISTINCT v.call_id, v.number FROM synthesis.published_evidence v
                    JOIN synthesis.published_edition e ON e.id = v.edition_id AND e.newest),
                open AS (
                    SELECT i.call_id, count(*) AS published, count(*) FILTER (WHERE u.number IS NULL) AS unused,
                           count(*) FILTER (WHERE u.number IS NULL AND NOT i.quotable) AS unquotable,
                           (array_agg(i.number ORDER BY i.number) FILTER (WHERE u.number IS NULL))[1:%d] AS numbers
                    FROM inputs.published_input i
                    LEFT JOIN used u ON u.call_id = i.call_id AND u.number = i.number
                    GROUP BY i.call_id),
                all_of AS (
                    SELECT call_id, sum(inputs) AS received,
                           coalesce(sum(inputs) FILTER (WHERE state = 'withdrawn'), 0) AS withdrawn,
                           coalesce(sum(inputs) FILTER (WHERE state = 'duplicate'), 0) AS duplicates,
                           coalesce(sum(inputs) FILTER (WHERE state = 'unpublished'), 0) AS unpublished
                    FROM inputs.published_tally GROUP BY call_id)
                SELECT a.call_id, a.received, a.withdrawn, a.duplicates, a.unpublished,
                       coalesce(o.published, 0) AS published, coalesce(o.unused, 0) AS unused,
                       coalesce(o.unquotable, 0) AS unquotable, coalesce(o.numbers, '{}') AS numbers,
                       EXISTS (SELECT 1 FROM synthesis.published_edition e WHERE e.call_id = a.call_id) AS summarised
                FROM all_of a LEFT JOIN open o ON o.call_id = a.call_id""".formatted(NUMBERS))
                .query((row, n) -> new Count(
                        new CallId(row.getObject("call_id", UUID.class)),
                        row.getBoolean("summarised"),
                        row.getLong("received"),
                        row.getLong("withdrawn"),
                        row.getLong("duplicates"),
                        row.getLong("unpublished"),
                        row.getLong("published"),
                        row.getLong("unused"),
                        row.getLong("unquotable"),
                        List.of((Integer[]) row.getArray("numbers").getArray())))
                .list();
    }
}
