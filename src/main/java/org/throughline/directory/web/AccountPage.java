package org.throughline.directory.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.web.AccountLinks;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Option;

/// One's own account.
///
/// @param roles what the person is here, in the reader's language
/// @param hasPassword whether there is a password to change, or one to be set
/// @param asksPassword whether changing it asks for the one until now
/// @param tokenName as typed into the form for a new key
/// @param freshToken a key that was just made, shown this once
/// @param links pages of one's own that other parts of the program have
public record AccountPage(
        String name,
        String email,
        List<Option> languages,
        List<String> roles,
        boolean hasPassword,
        boolean asksPassword,
        String tokenName,
        List<Option> tokenLives,
        List<TokenLine> tokens,
        @Nullable String freshToken,
        List<AccountLinks.Link> links,
        FormErrors errors) {

    /// @param used when it was last used; absent when never
    public record TokenLine(
            String id,
            String name,
            String created,
            String expires,
            @Nullable String used) {}
}
