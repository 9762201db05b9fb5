package org.throughline.inputs;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// What the owner of an input allows to be done with it. What is not allowed in so many words is not allowed.
public record Consent(boolean name, boolean text, boolean files, boolean quotation, boolean translation) {

    public static final Consent NONE = new Consent(false, false, false, false, false);
    public static final Consent ALL = new Consent(true, true, true, true, true);

    @JsonCreator
    public static Consent of(
            @JsonProperty("name") @Nullable Boolean name,
            @JsonProperty("text") @Nullable Boolean text,
            @JsonProperty("files") @Nullable Boolean files,
            @JsonProperty("quotation") @Nullable Boolean quotation,
            @JsonProperty("translation") @Nullable Boolean translation) {
        return new Consent(
                Boolean.TRUE.equals(name),
                Boolean.TRUE.equals(text),
                Boolean.TRUE.equals(files),
                Boolean.TRUE.equals(quotation),
                Boolean.TRUE.equals(translation));
    }

    public static Consent to(Collection<Use> uses) {
        return new Consent(
                uses.contains(Use.NAME),
                uses.contains(Use.TEXT),
                uses.contains(Use.FILES),
                uses.contains(Use.QUOTATION),
                uses.contains(Use.TRANSLATION));
    }

    /// Whether this allows nothing that the other does not.
    boolean isWithin(Consent other) {
        return Arrays.stream(Use.values()).allMatch(use -> !allows(use) || other.allows(use));
    }

    public boolean allows(Use use) {
        return switch (use) {
            case NAME -> name;
            case TEXT -> text;
            case FILES -> files;
            case QUOTATION -> quotation;
            case TRANSLATION -> translation;
        };
    }
}
