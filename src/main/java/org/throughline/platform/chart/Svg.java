package org.throughline.platform.chart;

/// A picture as SVG markup, with the title and the description that are inside it, ready to stand in an HTML page,
/// a PDF or a DOCX file. Made by [Drawing] only, so that it has no script and no style attribute in it, and no
/// address but those of its links.
public record Svg(String markup, String title, String description, int width, int height) {

    /// Too wide for a telephone: to be shown in a frame that moves sideways, so that what is in it stays readable.
    public boolean isWide() {
        return width > 500;
    }

    /// Wider than a page on a large screen, so that the frame has to be moved there as well.
    public boolean isWiderThanPages() {
        return width > 1110;
    }

    /// Whether parts of it lead somewhere.
    public boolean hasLinks() {
        return markup.contains("<a ");
    }

    @Override
    public String toString() {
        return markup;
    }
}
