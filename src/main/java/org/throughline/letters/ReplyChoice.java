package org.throughline.letters;

import java.util.Arrays;
import java.util.Optional;

/// What an addressee can say to a proposal.
public enum ReplyChoice {
    APPROVE("approve"),
    REJECT("reject"),
    ABSTAIN("abstain");

    private final String word;

    ReplyChoice(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static Optional<ReplyChoice> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }
}
