package org.throughline.documents.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.footnotes.InlineFootnote;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/// The running text of one block of parsed markup.
final class MarkupSpans {

    /// Where a line ended as it was typed; in the end a blank like others.
    static final Span.Words SOFT = Span.text("\n");

    private final Map<String, List<Span>> notes;
    private final List<Span> spans = new ArrayList<>();
    private boolean bold;
    private boolean italic;
    private @Nullable String address;

    private MarkupSpans(Map<String, List<Span>> notes) {
        this.notes = notes;
    }

    /// @param notes the footnotes that are defined apart from the text, by their labels
    static List<Span> of(Node block, Map<String, List<Span>> notes) {
        var made = new MarkupSpans(notes);
        made.children(block);
        return made.spans;
    }

    private void children(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) inline(node);
    }

    private void inline(Node node) {
        switch (node) {
            case Text text -> words(text.getLiteral());
            case SoftLineBreak _ -> spans.add(SOFT);
            case HardLineBreak _ -> spans.add(new Span.Break());
            case Code code -> words("`" + code.getLiteral() + "`");
            case HtmlInline html -> html(html.getLiteral());
            case Link link -> link(link);
            case FootnoteReference reference ->
                note(notes.get(reference.getLabel()), "[^" + reference.getLabel() + "]");
            case InlineFootnote footnote -> note(Spans.oneLine(of(footnote, Map.of())), "");
            case StrongEmphasis strong -> {
                boolean before = bold;
                bold = true;
                children(strong);
                bold = before;
            }
            case Emphasis emphasis -> {
                boolean before = italic;
                italic = true;
                children(emphasis);
                italic = before;
            }
            default -> {
                if (node.getFirstChild() != null) words(" ");
                children(node);
            }
        }
    }

    private void words(String text) {
        var words = new Span.Words(text, bold, italic);
        spans.add(address == null ? words : new Span.Link(words, address));
    }

    // A comment keeps two runs or two lists apart and says nothing; other HTML is text that somebody wrote.
    private void html(String literal) {
        String lower = literal.toLowerCase(Locale.ROOT);
        if (lower.startsWith("<br") && lower.replaceAll("[\\s/]", "").equals("<br>")) spans.add(new Span.Break());
        else words(literal.startsWith("<!--") ? "" : literal);
    }

    private void link(Link link) {
        String target = link.getDestination() == null ? "" : link.getDestination();
        boolean usable = Spans.isAddress(target);
        String before = address;
        if (usable) address = target;
        children(link);
        address = before;
        if (!usable && !target.isBlank()) words(" (" + target + ")");
    }

    private void note(@Nullable List<Span> text, String otherwise) {
        var flat = new ArrayList<Span>();
        if (text != null) {
            for (Span span : text) {
                if (span instanceof Span.Note inner) {
                    flat.add(Span.text(" ("));
                    flat.addAll(inner.text());
                    flat.add(Span.text(")"));
                } else flat.add(span);
            }
        }
        List<Span> tidy = Spans.oneLine(flat);
        if (!tidy.isEmpty()) spans.add(new Span.Note(tidy));
        else if (!otherwise.isEmpty()) words(otherwise);
    }
}
