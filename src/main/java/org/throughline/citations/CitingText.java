package org.throughline.citations;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.throughline.platform.LocalizedText;

/// A thing with its words, to be looked through for what they cite.
///
/// @param words the original first: where several languages name the same, its words are quoted
/// @param besides what it names outside of its words, such as the revision that it was made under
public record CitingText(Citing thing, List<Words> words, List<Found> besides) {

    public record Words(String language, String text) {}

    public CitingText {
        words = List.copyOf(words);
        besides = List.copyOf(besides);
    }

    /// In all their languages, that of the thing first.
    public static CitingText of(Citing thing, Collection<LocalizedText> texts, List<Found> besides) {
        var words = new ArrayList<Words>();
        for (LocalizedText text : texts)
            text.in(thing.language()).ifPresent(one -> words.add(new Words(thing.language(), one)));
        for (LocalizedText text : texts)
            text.texts().forEach((language, one) -> {
                if (!language.equals(thing.language())) words.add(new Words(language, one));
            });
        return new CitingText(thing, words, besides);
    }
}
