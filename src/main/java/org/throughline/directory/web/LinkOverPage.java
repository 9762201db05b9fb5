package org.throughline.directory.web;

/// Says that a link was used, is too old or never was.
public record LinkOverPage() {}
