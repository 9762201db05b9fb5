package org.throughline.reports.web;

import static org.throughline.platform.document.Inline.link;
import static org.throughline.platform.document.Inline.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.throughline.platform.Languages;
import org.throughline.platform.Messages;
import org.throughline.platform.document.Block;
import org.throughline.platform.document.Inline;
import org.throughline.reports.Entry;
import org.throughline.reports.PublishedReport.Line;

/// Tells about single projects: at length in the chapters, in a line in the annex. What its keeper wrote stands in
/// its own language; of what is no longer public only the number is left, and what became of it.
final class Digests {

    private static final int COUNTRIES = 6;

    private final Messages.Texts texts;
    private final Labels labels;
    private final RegisterLinks links;

    Digests(Messages.Texts texts, Labels labels, RegisterLinks links) {
        this.texts = texts;
        this.labels = labels;
        this.links = links;
    }

    /// @param chapter makes the heading's id its own: a project can stand in several chapters
    void write(Line line, String chapter, Paragraphs out) {
        String id = chapter + "-" + line.number();
        if (line.entry().isEmpty()) {
            out.add(Block.heading(3, id, texts.of("reports.digest.number", String.valueOf(line.number()))));
            out.say(gone(line));
            return;
        }
        Entry entry = line.entry().get();
        out.add(new Block.Heading(3, id, List.of(text(entry.title(), entry.language()))));
        out.say(facts(entry));
        if (entry.summary().isEmpty()) out.say(texts.of("reports.digest.not-quoted"));
        else out.say(List.of(text(entry.summary(), entry.language())));
        if (!entry.results().isEmpty())
            out.say(List.of(
                    Inline.bold(texts.of("reports.digest.results") + between()),
                    text(entry.results(), entry.language())));
    }

    private List<Inline> gone(Line line) {
        List<Inline> words = new ArrayList<>();
        words.add(text(goneWords(line)));
        if (line.mergedInto() != null) {
            String into = String.valueOf(line.mergedInto());
            words.add(text(between()));
            words.add(link(texts.of("reports.digest.number", into), links.project(line.mergedInto())));
        }
        return words;
    }

    private String goneWords(Line line) {
        return switch (line.gone()) {
            case "withdrawn" -> texts.of("reports.gone.withdrawn");
            case "merged" -> texts.of("reports.gone.merged");
            case "taken-back" -> texts.of("reports.gone.taken-back");
            default -> texts.of("reports.gone.unpublished");
        };
    }

    private List<Inline> facts(Entry entry) {
        List<Inline> words = new ArrayList<>();
        if (!entry.entityName().isEmpty()) {
            words.add(text(entry.entityName(), entry.language()));
            if (!entry.entityType().isEmpty())
                words.add(text(between() + texts.of("reports.digest.type", labels.type(entry.entityType()))));
        } else if (!entry.entityType().isEmpty()) {
            words.add(text(labels.type(entry.entityType())));
        }
        part(words, where(entry));
        part(words, when(entry));
        part(words, entry.status().isEmpty() ? "" : labels.choice("status", entry.status()));
        part(words, entry.sdgs().isEmpty() ? "" : goals(entry));
        words.add(text((words.isEmpty() ? "" : " · ")));
        words.add(
                link(texts.of("reports.digest.number", String.valueOf(entry.number())), links.project(entry.number())));
        return words;
    }

    private static void part(List<Inline> words, String more) {
        if (more.isEmpty()) return;
        words.add(text((words.isEmpty() ? "" : " · ") + more));
    }

    private String where(Entry entry) {
        if (entry.countries().isEmpty())
            return list(entry.regions().stream().map(labels::region).toList());
        if (entry.countries().size() > COUNTRIES)
            return texts.of("reports.digest.countries", entry.countries().size());
        return list(entry.countries().stream().map(labels::country).toList());
    }

    private String when(Entry entry) {
        if (entry.startYear() == null) return "";
        String from = String.valueOf(entry.startYear());
        boolean goesOn = entry.ongoing() || entry.status().equals("ongoing");
        if (entry.endYear() == null) return goesOn ? texts.of("reports.digest.since", from) : from;
        return entry.endYear().equals(entry.startYear()) ? from : "\u200E" + from + "–" + entry.endYear();
    }

    // By the number in them: 4 stands before 11, C2 before C10.
    private static List<String> ordered(List<String> codes) {
        return codes.stream()
                .sorted(Comparator.comparingInt(code -> {
                    String digits = code.replaceAll("\\D", "");
                    return digits.isEmpty() || digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
                }))
                .toList();
    }

    private String goals(Entry entry) {
        return texts.of("reports.digest.goals", entry.sdgs().size(), list(ordered(entry.sdgs())));
    }

    private String between() {
        return Languages.between(texts.language());
    }

    private String list(List<String> words) {
        return words.isEmpty() ? "" : Languages.list(texts.language(), words);
    }

    /// A line of the annex, numbered as the register numbers projects.
    Block.Line item(Line line) {
        List<Inline> words = new ArrayList<>();
        int number = Math.toIntExact(line.number());
        String id = "entry-" + number;
        if (line.entry().isEmpty()) {
            words.addAll(gone(line));
            return new Block.Line(number, id, words);
        }
        Entry entry = line.entry().get();
        words.add(new Inline.Link(
                new Inline.Text(entry.title(), entry.language(), false, false), links.project(entry.number())));
        if (!entry.entityName().isEmpty()) {
            words.add(text(" — "));
            words.add(text(entry.entityName(), entry.language()));
        }
        String lines = String.join(
                ", ",
                ordered(entry.actionLines().stream()
                        .map(code -> code.replaceFirst("-.*", ""))
                        .distinct()
                        .toList()));
        String where = where(entry);
        String facts = where + (where.isEmpty() || lines.isEmpty() ? "" : " · ") + lines;
        if (!facts.isEmpty()) words.add(text(" — " + facts));
        return new Block.Line(number, id, words);
    }
}
