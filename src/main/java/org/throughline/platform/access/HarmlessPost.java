package org.throughline.platform.access;

/// A POST that changes nothing and tells everybody the same, as some protocols have it: programs send it without having
/// seen a form of ours, so it carries no token.
///
/// @param path the address, without a language
public record HarmlessPost(String path) {}
