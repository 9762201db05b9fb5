package org.throughline.stocktaking.web;

import org.throughline.platform.web.FormErrors;
import org.throughline.stocktaking.PublishedProject;

/// "This is ours".
///
/// @param entry as everybody sees it
/// @param waits whether the reader has said so before and waits for a decision
public record ClaimPage(PublishedProject entry, String words, boolean waits, FormErrors errors) {}
