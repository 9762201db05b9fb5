package org.throughline.inputs;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.inputs.Dossier.Given;
import org.throughline.inputs.Examination.Resemblance;
import org.throughline.inputs.Fingerprints.Fingerprint;
import org.throughline.inputs.InputRecord.State;
import org.throughline.platform.MinHash;

/// Finds the inputs of a call that say the same as one of them, or come from the same sender. Fingerprints tell which
/// texts are worth reading, and those are read together.
@Component
class Resembling {

    private static final double WORTH_READING = 0.35;
    private static final int MOST = 12;

    private final InputRows rows;
    private final Fingerprints fingerprints;

    Resembling(InputRows rows, Fingerprints fingerprints) {
        this.rows = rows;
        this.fingerprints = fingerprints;
    }

    /// Another input beside the one that is looked at.
    ///
    /// @param answers how many long answers both have word for word
    /// @param estimate how alike the texts are by their fingerprints
    private record Other(
            InputRecord input,
            int answers,
            boolean same,
            boolean sameOrganisation,
            boolean sameEmail,
            double estimate) {

        UUID id() {
            return input.id().value();
        }

        boolean isWorthReading() {
            return !same && estimate >= 0 && (isCopied() || sameOrganisation || sameEmail || estimate >= WORTH_READING);
        }

        boolean isCopied() {
            return answers >= Copies.SEVERAL;
        }

        boolean resembles(double share) {
            return same || isCopied() || sameOrganisation || sameEmail || share >= Moderation.NEAR;
        }

        Resemblance with(double share) {
            return new Resemblance(
                    input.number(),
                    input.respondent().speaker(),
                    input.state(),
                    share,
                    answers,
                    same,
                    sameOrganisation,
                    sameEmail);
        }
    }

    List<Resemblance> of(InputRecord input, Substance substance) {
        fingerprints.fill(input.call());
        Map<UUID, Fingerprint> prints = fingerprints.ofCall(input.call());
        List<Other> others = rows.ofCall(input.call()).stream()
                .filter(other -> !other.id().equals(input.id()) && other.state() != State.WITHDRAWN)
                .map(other -> beside(
                        input,
                        prints.get(input.id().value()),
                        other,
                        prints.get(other.id().value())))
                .toList();
        Map<UUID, Double> shares = shares(substance.words(), others);
        return others.stream()
                .filter(other -> other.resembles(shares.getOrDefault(other.id(), 0.0)))
                .map(other -> other.with(other.same() ? 1 : shares.getOrDefault(other.id(), 0.0)))
                .sorted(Comparator.comparingDouble(Resemblance::share)
                        .reversed()
                        .thenComparingInt(Resemblance::number))
                .limit(MOST)
                .toList();
    }

    private static Other beside(
            InputRecord input, @Nullable Fingerprint own, InputRecord other, @Nullable Fingerprint print) {
        String organisation = Moderation.organisation(input);
        String email = Moderation.email(input);
        boolean both = own != null && print != null;
        return new Other(
                other,
                both ? Copies.common(own, print) : 0,
                both && own.words() > 0 && Arrays.equals(own.textHash(), print.textHash()),
                !organisation.isEmpty() && organisation.equals(Moderation.organisation(other)),
                !email.isEmpty() && email.equals(Moderation.email(other)),
                both ? MinHash.estimate(Copies.signature(own), Copies.signature(print)) : -1);
    }

    // In a large campaign only the texts that are most alike are read.
    private Map<UUID, Double> shares(List<String> words, List<Other> others) {
        List<UUID> worth = others.stream()
                .filter(Other::isWorthReading)
                .sorted(Comparator.comparingDouble(Other::estimate).reversed())
                .limit(4L * MOST)
                .map(Other::id)
                .toList();
        if (worth.isEmpty()) return Map.of();
        Set<Long> runs = MinHash.runs(words);
        Map<UUID, List<Given>> answers = fingerprints.answers(worth);
        Map<UUID, Double> shares = new HashMap<>();
        for (UUID id : worth) {
            Substance substance = Substance.of(answers.getOrDefault(id, List.of()));
            shares.put(id, MinHash.share(runs, MinHash.runs(substance.words())));
        }
        return shares;
    }
}
