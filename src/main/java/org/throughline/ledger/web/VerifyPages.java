package org.throughline.ledger.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.ledger.Checkpoint;
import org.throughline.ledger.Finding;
import org.throughline.ledger.Hash;
import org.throughline.ledger.PublicLog;
import org.throughline.ledger.Unreadable;
import org.throughline.ledger.Verification;
import org.throughline.ledger.Verifier;
import org.throughline.ledger.VerifierKey;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Pages;

/// Where anybody checks a receipt or two checkpoints, step by step. Nothing that is given here is stored, so the
/// answer comes with the POST itself. Where the browser can, its script does the same by itself (`verify.js`), with the
/// keys and the words that came with the page.
@Controller
class VerifyPages {

    private static final int MAX_RECEIPT = 1024 * 1024;
    private static final int MAX_CHECKPOINT = 64 * 1024;
    /// What can be said of receipts and of checkpoints.
    private static final Set<Finding.Check> CHECKS =
            EnumSet.range(Finding.Check.FIELD_BROKEN, Finding.Check.DOES_NOT_EXTEND);

    private final PublicLog log;

    VerifyPages(PublicLog log) {
        this.log = log;
    }

    /// @param text the receipt as it was pasted; @param first and second, the checkpoints likewise
    public record VerifyPage(
            String text,
            String first,
            String second,
            FormErrors errors,
            @Nullable Result result,
            List<Words> words,
            String keys) {}

    /// What a script says about one check; the placeholders are still in it.
    public record Words(Finding.Check check, Step pattern) {}

    /// What was asked, and what was wrong with it or found out.
    private record Asked(
            String text,
            String first,
            String second,
            FormErrors errors,
            @Nullable Verification found) {
        static Asked nothing() {
            return new Asked("", "", "", FormErrors.NONE, null);
        }
    }

    public record Result(boolean holds, String words, List<Step> steps) {}

    /// @param mark whether it holds, in a word; @param style the class of that word
    public record Step(String mark, String style, String words) {}

    @OpenToAll
    @GetMapping("/data/verify")
    ModelAndView form(Frame frame) {
        return show(frame, Asked.nothing());
    }

    @OpenToAll
    @GetMapping("/data/verify/checkpoints")
    ModelAndView backToTheForm(Frame frame) {
        return Pages.goTo(frame, "/data/verify");
    }

    @OpenToAll
    @PostMapping("/data/verify")
    ModelAndView receipt(
            Frame frame,
            @RequestParam(required = false) @Nullable MultipartFile receipt,
            @RequestParam(defaultValue = "") String text)
            throws IOException {
        boolean hasFile = receipt != null && !receipt.isEmpty();
        String field = hasFile ? "receipt" : "text";
        if (hasFile && receipt.getSize() > MAX_RECEIPT)
            return wrongReceipt(frame, "", field, "ledger.verify.error-too-large");
        byte[] json = hasFile ? receipt.getBytes() : text.strip().getBytes(StandardCharsets.UTF_8);
        if (json.length == 0) return wrongReceipt(frame, text, "receipt", "ledger.verify.error-empty");
        if (json.length > MAX_RECEIPT) return wrongReceipt(frame, "", field, "ledger.verify.error-too-large");
        try {
            Verification verification = new Verifier(knownKeys()).verify(json);
            return show(frame, new Asked(text, "", "", FormErrors.NONE, verification));
        } catch (Unreadable e) {
            return wrongReceipt(frame, text, field, "ledger.verify.error-unreadable");
        }
    }

    @OpenToAll
    @PostMapping("/data/verify/checkpoints")
    ModelAndView checkpoints(
            Frame frame,
            @RequestParam(defaultValue = "") String first,
            @RequestParam(defaultValue = "") String second) {
        var errors = FormErrors.collector();
        Checkpoint one = checkpoint(frame, "first", first, errors);
        Checkpoint other = second.isBlank() ? log.newest() : checkpoint(frame, "second", second, errors);
        if (one == null || other == null || !errors.isEmpty()) {
            return show(frame, new Asked("", first, second, errors.done(), null));
        }
        Set<VerifierKey> keys = knownKeys();
        Verification verification =
                new Verifier(keys).checkpoints(signed(one, keys), signed(other, keys), proof(one, other));
        return show(frame, new Asked("", first, second, FormErrors.NONE, verification));
    }

    private @Nullable Checkpoint checkpoint(Frame frame, String field, String text, FormErrors.Collector errors) {
        try {
            if (text.length() > MAX_CHECKPOINT) throw new Unreadable("Too long");
            // Browsers send line ends as CR LF, and people lose the last one.
            Checkpoint checkpoint = Checkpoint.parse(text.replace("\r\n", "\n").strip() + "\n");
            boolean ours = checkpoint.origin().equals(log.key().name()) && checkpoint.size() <= log.size();
            if (!ours)
                errors.add(
                        field,
                        frame.t(
                                "ledger.verify.error-other-log",
                                checkpoint.origin(),
                                log.key().name()));
            return checkpoint;
        } catch (Unreadable e) {
            errors.add(field, frame.t("ledger.verify.error-checkpoint"));
            return null;
        }
    }

    private List<Hash> proof(Checkpoint one, Checkpoint other) {
        long first = Math.min(one.size(), other.size());
        return first == 0
                ? List.of()
                : log.consistency(first, Math.max(one.size(), other.size())).proof();
    }

    private Verifier.Signed signed(Checkpoint checkpoint, Set<VerifierKey> keys) {
        VerifierKey key =
                keys.stream().filter(checkpoint::isSignedBy).findFirst().orElse(log.key());
        return new Verifier.Signed(checkpoint, key);
    }

    private Set<VerifierKey> knownKeys() {
        return log.keys().stream()
                .map(known -> VerifierKey.parse(known.publicKey()))
                .collect(Collectors.toSet());
    }

    private ModelAndView wrongReceipt(Frame frame, String text, String field, String messageKey) {
        FormErrors errors =
                FormErrors.collector().add(field, frame.t(messageKey)).done();
        return show(frame, new Asked(text, "", "", errors, null));
    }

    private ModelAndView show(Frame frame, Asked asked) {
        Result result = asked.found() == null ? null : result(frame, asked.found());
        var page = new VerifyPage(
                asked.text(),
                asked.first(),
                asked.second(),
                asked.errors(),
                result,
                CHECKS.stream().map(check -> words(frame, check)).toList(),
                knownKeys().stream().map(VerifierKey::toString).collect(Collectors.joining(" ")));
        return Pages.show(frame, "ledger/web/verify", page, asked.errors().isEmpty() ? 200 : 422);
    }

    private static Words words(Frame frame, Finding.Check check) {
        return new Words(check, step(frame, check, frame.pattern(check.messageKey())));
    }

    private static Result result(Frame frame, Verification verification) {
        String words = verification.holds()
                ? frame.t("ledger.verify.result-holds")
                : frame.t("ledger.verify.result-broken", verification.broken());
        return new Result(
                verification.holds(),
                words,
                verification.findings().stream()
                        .map(finding -> step(frame, finding))
                        .toList());
    }

    private static Step step(Frame frame, Finding finding) {
        String words = frame.t(
                finding.check().messageKey(),
                finding.arguments().stream().map(VerifyPages::isolated).toArray());
        return step(frame, finding.check(), words);
    }

    private static Step step(Frame frame, Finding.Check check, String words) {
        return switch (check.outcome()) {
            case HOLDS -> new Step(frame.t("ledger.verify.mark-holds"), "tag tag-open", words);
            case BROKEN -> new Step(frame.t("ledger.verify.mark-broken"), "tag tag-warn", words);
            case NOTE -> new Step(frame.t("ledger.verify.mark-note"), "tag", words);
        };
    }

    /// Keys, names and file names are left to right; in Arabic they must not turn the sentence around them.
    private static Object isolated(Object argument) {
        return argument instanceof String text ? "\u2068" + text + "\u2069" : argument;
    }
}
