package org.throughline.notices.web;

import org.throughline.notices.Topic;

/// The page behind the link that stops mail of one kind.
///
/// @param word the sealed word of the link
/// @param stopped whether it is stopped now
/// @param returned whether the reader has just asked for it again
public record UnsubscribePage(Topic topic, String path, String word, boolean stopped, boolean returned) {}
