package org.throughline.ledger.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.ledger.Checkpoint;
import org.throughline.ledger.PlacedLeaf;
import org.throughline.ledger.PublicLog;
import org.throughline.platform.Refusal;
import org.throughline.platform.Storable;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Pages;

/// The log as people look at it: the newest checkpoint, what it means, and the entries page by page.
@Controller
class LogPages {

    private static final int LINES = 50;
    private static final int LONGEST_SUBJECT = 200;

    private final PublicLog log;

    LogPages(PublicLog log) {
        this.log = log;
    }

    /// @param about the public path to which the entries are limited; empty for all
    /// @param older where the page of older entries begins, if there are any
    /// @param newer likewise for newer ones; empty means the front page
    public record LogPage(
            Checkpoint checkpoint,
            String publicKey,
            String about,
            List<Line> lines,
            @Nullable String older,
            @Nullable String newer) {}

    /// One entry of the log as a line of the table.
    ///
    /// @param logged when it was put on record, where that was not at once
    public record Line(long index, Instant at, @Nullable Instant logged, String kindKey, String subject, String hash) {

        static Line of(PlacedLeaf placed) {
            var leaf = placed.leaf();
            return new Line(
                    placed.index(),
                    leaf.at(),
                    leaf.loggedLater().orElse(null),
                    keyOf(leaf.kind()),
                    leaf.subject(),
                    leaf.hash().base64Url());
        }
    }

    /// @param before shows the entries before this one; absent shows the newest
    /// @param about shows the entries about the thing at this public path only
    @OpenToAll
    @GetMapping("/data/log")
    ModelAndView log(
            Frame frame,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "") String about) {
        if (!about.isEmpty()) return about(frame, about);
        if (before != null && before < 0) throw Refusal.badRequest();
        long size = log.size();
        long end = before == null ? size : Math.min(before, size);
        long start = Math.max(0, end - LINES);
        List<Line> lines =
                log.entries(start, end).reversed().stream().map(Line::of).toList();
        String older = start > 0 ? frame.url("/data/log") + "?before=" + start : null;
        String newer = end >= size
                ? null
                : end + LINES >= size ? frame.url("/data/log") : frame.url("/data/log") + "?before=" + (end + LINES);
        return Pages.show(
                frame, "ledger/web/log", new LogPage(log.newest(), log.key().toString(), "", lines, older, newer));
    }

    private ModelAndView about(Frame frame, String subject) {
        if (subject.length() > LONGEST_SUBJECT || !Storable.is(subject)) throw Refusal.badRequest();
        List<Line> lines = log.about(subject).stream().map(Line::of).toList();
        return Pages.show(
                frame, "ledger/web/log", new LogPage(log.newest(), log.key().toString(), subject, lines, null, null));
    }

    private static String keyOf(String kind) {
        return switch (kind) {
            case "receipt" -> "ledger.kind.receipt";
            case "publication" -> "ledger.kind.publication";
            case "withdrawal" -> "ledger.kind.withdrawal";
            case "opening" -> "ledger.kind.opening";
            case "extension" -> "ledger.kind.extension";
            case "closing" -> "ledger.kind.closing";
            case "edition" -> "ledger.kind.edition";
            case "consent" -> "ledger.kind.consent";
            case "dump" -> "ledger.kind.dump";
            default -> "ledger.kind.other";
        };
    }
}
