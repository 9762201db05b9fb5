package org.throughline.platform.document;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.chart.Svg;
import org.throughline.platform.markup.Xml;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// Paints the small part of SVG that [org.throughline.platform.chart.Drawing] makes, for paper: into a PDF's page
/// or into a PNG for word processors that do not show SVG. Elements it does not know are left out.
final class Pictures {

    private static final double PNG_SCALE = 3;

    /// The width of a page's text, in pixels of a ninety-sixth of an inch.
    private static final double PAPER = 620;

    /// How high a picture may be that shares a page with its title.
    private static final double PAPER_HEIGHT = 800;

    /// The margin of a picture at both sides, in which a letter at its edge is not cut off.
    static final int EDGE = 3;

    private static final String TEXT_COLOUR = "#1b1f23";

    private Pictures() {}

    /// The picture's markup with the alternative text that a tagged PDF needs.
    static String placeholder(Svg svg, UnaryOperator<String> letters) {
        String alt = new Xml()
                .empty("a", "alt", letters.apply(svg.title() + ". " + svg.description()))
                .toString();
        String size = "width=\"%d\" height=\"%d\"";
        double scale = onPaper(svg);
        return "<svg" + alt.substring("<a".length(), alt.length() - "/>".length())
                + svg.markup()
                        .substring("<svg".length())
                        .replaceFirst(
                                size.formatted(svg.width(), svg.height()),
                                size.formatted(Math.round(svg.width() * scale), Math.round(svg.height() * scale)));
    }

    /// How much smaller a picture has to be on paper than on a screen, 1 where it fits.
    static double onPaper(Svg svg) {
        return Math.min(1, Math.min(PAPER / svg.width(), PAPER_HEIGHT / svg.height()));
    }

    static byte[] png(Svg svg) {
        int width = (int) Math.ceil((svg.width() + 2 * EDGE) * PNG_SCALE);
        int height = (int) Math.ceil(svg.height() * PNG_SCALE);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(PNG_SCALE, PNG_SCALE);
        graphics.translate(EDGE, 0);
        paint(parse(svg.markup()), graphics);
        graphics.dispose();
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.setUseCache(false);
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Element parse(String markup) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(markup)))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("A drawing that is not XML", e);
        }
    }

    /// How much smaller than it was drawn a picture asks to be shown.
    static double scale(Element svg) {
        String[] box = svg.getAttribute("viewBox").split(" ");
        return box.length == 4 ? number(svg, "width") / Double.parseDouble(box[2]) : 1;
    }

    static double size(Element svg, String attribute) {
        return number(svg, attribute);
    }

    static void paint(Element svg, Graphics2D graphics) {
        boolean rightToLeft = svg.getAttribute("direction").equals("rtl");
        for (Node node = svg.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) paint(element, graphics, rightToLeft);
        }
    }

    private static void paint(Element element, Graphics2D graphics, boolean rightToLeft) {
        String name = element.getLocalName() == null ? element.getTagName() : element.getLocalName();
        if (name.equals("a")) {
            for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node instanceof Element part) paint(part, graphics, rightToLeft);
            }
            return;
        }
        if (name.equals("text")) {
            text(element, graphics, rightToLeft);
            return;
        }
        Shape shape = shape(name, element);
        if (shape == null) return;
        Color fill = colour(element, "fill");
        if (fill != null) {
            graphics.setColor(fill);
            graphics.fill(shape);
        }
        Color stroke = colour(element, "stroke");
        if (stroke != null) {
            graphics.setColor(stroke);
            graphics.setStroke(stroke(element));
            graphics.draw(shape);
        }
    }

    private static @Nullable Shape shape(String name, Element e) {
        return switch (name) {
            case "rect" ->
                new Rectangle2D.Double(number(e, "x"), number(e, "y"), number(e, "width"), number(e, "height"));
            case "line" -> new Line2D.Double(number(e, "x1"), number(e, "y1"), number(e, "x2"), number(e, "y2"));
            default -> null;
        };
    }

    private static void text(Element e, Graphics2D graphics, boolean rightToLeft) {
        Color colour = colour(e, "fill");
        if (colour == null) return;
        boolean bold = e.getAttribute("font-weight").equals("bold");
        Glyphs glyphs = Glyphs.of(e.getTextContent(), number(e, "font-size"), bold, rightToLeft);
        double before = switch (e.getAttribute("text-anchor")) {
            case "middle" -> glyphs.width() / 2;
            case "end" -> rightToLeft ? 0 : glyphs.width();
            default -> rightToLeft ? glyphs.width() : 0;
        };
        graphics.setColor(colour);
        graphics.fill(glyphs.at(number(e, "x") - before, number(e, "y")));
    }

    private static BasicStroke stroke(Element e) {
        float width = (float) Math.max(0.1, number(e, "stroke-width"));
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    }

    /// On paper, opacity is a lighter colour: tagged PDF files need no transparency then.
    private static @Nullable Color colour(Element element, String attribute) {
        String value = element.getAttribute(attribute);
        if (value.isEmpty() || value.equals("none")) return null;
        Color full = Color.decode(value.equals("currentColor") ? TEXT_COLOUR : value);
        String opacity = element.getAttribute(attribute + "-opacity");
        double share = opacity.isEmpty() ? 1 : Double.parseDouble(opacity);
        return new Color(
                lighter(full.getRed(), share), lighter(full.getGreen(), share), lighter(full.getBlue(), share));
    }

    private static int lighter(int part, double share) {
        return (int) Math.round(255 - (255 - part) * share);
    }

    private static double number(Element element, String attribute) {
        String value = element.getAttribute(attribute);
        return value.isEmpty() ? 0 : Double.parseDouble(value);
    }
}
