package org.throughline.directory.web;

import org.jspecify.annotations.Nullable;

/// Tells that a mail is under way.
///
/// @param to the address that was typed; absent when the page is opened by itself
public record MailSentPage(@Nullable String to) {}
