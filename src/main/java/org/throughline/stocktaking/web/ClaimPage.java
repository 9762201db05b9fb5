package org.throughline.stocktaking.web;

import org.throughline.platform.web.FormErrors;
import org.throughline.stocktaking.ProjectRecord;

/// "This is ours".
///
/// @param waits whether the reader has said so before and waits for a decision
public record ClaimPage(ProjectRecord entry, String words, boolean waits, FormErrors errors) {}
