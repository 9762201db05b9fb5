package org.throughline.platform.chart;

/// A picture as SVG markup, with the title and the description that are inside it, ready to stand in an HTML page,
/// a PDF or a DOCX file. Made by [Drawing] only, so that it has no script, no style attribute and no address in it.
public record Svg(String markup, String title, String description, int width, int height) {

    @Override
    public String toString() {
        return markup;
    }
}
