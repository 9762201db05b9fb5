package org.throughline.notices.web;

/// The page behind the link that confirms an address.
///
/// @param what the target in the reader's language
public record FollowConfirmPage(String path, String what, String targetPath) {}
