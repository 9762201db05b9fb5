package org.throughline.stocktaking;

import java.util.List;
import java.util.Set;
import org.throughline.platform.Messages;

/// One thing that is wrong with a project that was sent.
///
/// @param field where: `title`, `sdgs.0.linkage`, `consent.text`, `language`
/// @param messageKey what is wrong and what to do, a key of this module's messages
/// @param arguments for the message
public record Violation(String field, String messageKey, List<Object> arguments) {

    public static final String REQUIRED = "stocktaking.check.required";
    public static final String CHOOSE_ONE = "stocktaking.check.choose-one";
    public static final String CHOOSE_SOME = "stocktaking.check.choose-some";

    /// Something is missing beside a choice that was made, such as the example of the linkage with a goal.
    public static final String REQUIRED_PART = "stocktaking.check.required-part";

    /// Neither a country nor a region was named.
    public static final String PLACE = "stocktaking.check.place";

    private static final Set<String> MISSING = Set.of(REQUIRED, CHOOSE_ONE, CHOOSE_SOME, REQUIRED_PART, PLACE);

    /// Whether nothing was answered where something is needed.
    public boolean missing() {
        return MISSING.contains(messageKey);
    }

    /// What is wrong, in the reader's language.
    public String words(Messages.Texts texts) {
        return texts.of(messageKey, arguments.toArray());
    }

    public static Violation of(String field, String messageKey, Object... arguments) {
        return new Violation(field, messageKey, List.of(arguments));
    }
}
