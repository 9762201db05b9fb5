package org.throughline.stocktaking;

import java.util.List;
import org.throughline.platform.Messages;

/// One thing that is wrong with a project that was sent.
///
/// @param field where: `title`, `sdgs.0.linkage`, `consent.text`, `language`
/// @param messageKey what is wrong and what to do, a key of this module's messages
/// @param arguments for the message
public record Violation(String field, String messageKey, List<Object> arguments) {

    /// What is wrong, in the reader's language.
    public String words(Messages.Texts texts) {
        return texts.of(messageKey, arguments.toArray());
    }

    public static Violation of(String field, String messageKey, Object... arguments) {
        return new Violation(field, messageKey, List.of(arguments));
    }
}
