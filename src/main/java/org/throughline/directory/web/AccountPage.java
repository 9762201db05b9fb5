package org.throughline.directory.web;

/// One's own account.
public record AccountPage(String name, String email) {}
