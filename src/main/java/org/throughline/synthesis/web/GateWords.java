package org.throughline.synthesis.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.throughline.platform.Languages;
import org.throughline.platform.Messages;
import org.throughline.platform.Moments;
import org.throughline.platform.web.Frame;
import org.throughline.synthesis.Bands.Band;
import org.throughline.synthesis.Claim;
import org.throughline.synthesis.Draft;
import org.throughline.synthesis.Draft.Sentence;
import org.throughline.synthesis.GateFinding;
import org.throughline.synthesis.Quantity;
import org.throughline.synthesis.QuantityWords;
import org.throughline.synthesis.Support;

/// Says in the reader's language why the gate refuses a sentence, and leads to what mends it.
public final class GateWords {

    /// A way to mend what is wrong.
    public record Remedy(String words, String address) {}

    private GateWords() {}

    /// What is wrong, with the count and what the word means in this summary.
    public static String reason(Frame frame, Draft draft, GateFinding finding) {
        return switch (finding.reason()) {
            case NO_PASSAGE -> frame.t("synthesis.gate.no-passage");
            case PASSAGE_CHANGED -> frame.t("synthesis.gate.passage-changed", number(finding));
            case INPUT_NOT_PUBLIC -> frame.t("synthesis.gate.input-not-public", number(finding));
            case NOT_QUOTABLE -> frame.t("synthesis.gate.not-quotable", number(finding));
            case OUTSIDE_BASE -> frame.t("synthesis.gate.outside-base", number(finding));
            case QUANTITY_DISAGREES, SHARE_DISAGREES, NUMBER_DISAGREES, SAYS_NOBODY, MIXED_LETTERS ->
                reason(frame, draft, Objects.requireNonNull(finding.claim()), finding.sentence());
        };
    }

    private static String reason(Frame frame, Draft draft, Claim claim, Sentence sentence) {
        Support support = sentence.support();
        String share = frame.percent(support.share());
        String base = sentence.base().word();
        return switch (claim) {
            case Claim.Word word -> {
                String band = band(frame.texts(), word.quantity(), draft.bands().of(word.quantity()));
                yield frame.t(
                        "synthesis.gate.quantity-disagrees",
                        word.word(),
                        support.inputs(),
                        support.of(),
                        share,
                        band,
                        base);
            }
            case Claim.Share stated ->
                frame.t("synthesis.gate.share-disagrees", stated.word(), support.inputs(), support.of(), share, base);
            case Claim.Count stated ->
                frame.t("synthesis.gate.number-disagrees", stated.word(), support.inputs(), support.of(), share, base);
            case Claim.Absence absence -> frame.t("synthesis.gate.says-nobody", absence.word());
            case Claim.Mixed mixed -> frame.t("synthesis.gate.mixed-letters", mixed.word());
        };
    }

    private static int number(GateFinding finding) {
        return Objects.requireNonNull(finding.passage()).number();
    }

    /// What a class of quantity words means.
    static String band(Messages.Texts texts, Quantity quantity, Band band) {
        Moments moments = Moments.in(texts.language());
        String least = moments.percent(band.minShare());
        String most = moments.percent(band.maxShare());
        String range = range(quantity, band);
        return band.enoughIfAtMost() > 0
                ? texts.of("synthesis.band.or-at-most", least, most, band.minInputs(), range, band.enoughIfAtMost())
                : texts.of("synthesis.band.share", least, most, band.minInputs(), range);
    }

    // The name by which the message chooses its words.
    private static String range(Quantity quantity, Band band) {
        if (quantity.beginsAbove()) return "above";
        if (band.minShare() == band.maxShare()) return "exact";
        return band.minShare() == 0 ? "below" : "between";
    }

    /// The words that would agree with the count, one of each class, the strongest first; empty when none would.
    public static String fitting(Draft draft, Support support) {
        List<String> fitting = new ArrayList<>();
        QuantityWords.plainest(draft.language()).forEach((quantity, word) -> {
            if (draft.bands().agrees(quantity, support.inputs(), support.of())) fitting.add(word);
        });
        return Languages.list(draft.language(), fitting);
    }

    /// Where to go to mend it.
    public static List<Remedy> remedies(Frame frame, Draft draft, GateFinding finding) {
        String base = frame.url(Workspace.base(draft));
        String sentence = base + "/sentences/" + finding.sentence().id().value();
        List<Remedy> remedies = new ArrayList<>();
        switch (finding.reason()) {
            case NO_PASSAGE -> {
                remedies.add(new Remedy(frame.t("synthesis.gate.remedy.tie"), sentence + "#tie"));
                remedies.add(new Remedy(frame.t("synthesis.gate.remedy.delete"), sentence + "#delete"));
            }
            case PASSAGE_CHANGED -> {
                if (Objects.requireNonNull(finding.passage()).visible())
                    remedies.add(new Remedy(
                            frame.t("synthesis.gate.remedy.mark", number(finding)),
                            base + "/inputs/" + number(finding)));
                remedies.add(new Remedy(frame.t("synthesis.gate.remedy.untie"), sentence + "#rests"));
            }
            case INPUT_NOT_PUBLIC, NOT_QUOTABLE ->
                remedies.add(new Remedy(frame.t("synthesis.gate.remedy.untie"), sentence + "#rests"));
            case OUTSIDE_BASE -> {
                remedies.add(new Remedy(frame.t("synthesis.gate.remedy.untie"), sentence + "#rests"));
                remedies.add(new Remedy(frame.t("synthesis.gate.remedy.base"), sentence + "#base"));
            }
            case QUANTITY_DISAGREES, SHARE_DISAGREES, NUMBER_DISAGREES, SAYS_NOBODY, MIXED_LETTERS -> {
                remedies.add(new Remedy(frame.t("synthesis.gate.remedy.word"), sentence + "#text"));
                // No passage shows that nobody says something or mends a letter, and only words have bands.
                if (!(finding.claim() instanceof Claim.Absence || finding.claim() instanceof Claim.Mixed))
                    remedies.add(new Remedy(frame.t("synthesis.gate.remedy.tie"), sentence + "#tie"));
                remedies.add(new Remedy(frame.t("synthesis.gate.remedy.plain"), sentence + "#plain"));
                if (finding.claim() instanceof Claim.Word)
                    remedies.add(new Remedy(frame.t("synthesis.gate.remedy.band"), base + "/header#bands"));
            }
        }
        return remedies;
    }
}
