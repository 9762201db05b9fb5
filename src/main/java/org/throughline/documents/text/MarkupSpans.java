package org.throughline.documents.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    private final MarkupLabels labels;
    private final boolean inNote;
    private final List<Span> spans = new ArrayList<>();
    private boolean bold;
    private boolean italic;
    private @Nullable String address;

    private MarkupSpans(MarkupLabels labels, boolean inNote) {
        this.labels = labels;
        this.inNote = inNote;
    }

    static List<Span> of(Node block, MarkupLabels labels) {
        return of(block, labels, false);
    }

    /// The text of a footnote, which has none itself.
    static List<Span> ofNote(Node note, MarkupLabels labels) {
        return of(note, labels, true);
    }

    private static List<Span> of(Node block, MarkupLabels labels, boolean inNote) {
        var made = new MarkupSpans(labels, inNote);
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
                note(inNote ? null : labels.note(reference.getLabel()), "[^" + reference.getLabel() + "]");
            case InlineFootnote footnote -> note(Spans.oneLine(ofNote(footnote, labels)), "");
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
        boolean fits = labels.fit(target.length());
        boolean usable = fits && Spans.isAddress(target);
        String before = address;
        if (usable) address = target;
        children(link);
        address = before;
        if (fits && !usable && !target.isBlank()) words(" (" + target + ")");
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
