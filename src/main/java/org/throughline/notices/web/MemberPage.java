package org.throughline.notices.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A member as everybody may see them.
///
/// @param country its name in the reader's language
public record MemberPage(
        String name,
        String organisation,
        @Nullable String country,
        String languages,
        List<String> interests,
        boolean findable) {}
