package org.throughline.documents.web;

import org.throughline.documents.PostedDocument;

/// A revision with what changed in it marked.
///
/// @param text the comparison as markup, written by this program
/// @param tracked where it is a DOCX with tracked changes
public record ChangesPage(
        PostedDocument document,
        String path,
        String before,
        String beforePath,
        boolean same,
        String text,
        String tracked) {}
