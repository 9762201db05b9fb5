package org.throughline.stocktaking.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Moments;
import org.throughline.platform.web.Frame;
import org.throughline.stocktaking.Answers;
import org.throughline.stocktaking.ProjectForm;
import org.throughline.stocktaking.ProjectForm.Choice;
import org.throughline.stocktaking.ProjectForm.Field;
import org.throughline.stocktaking.ProjectForm.Kind;
import org.throughline.stocktaking.web.ProjectPage.Answer;
import org.throughline.stocktaking.web.ProjectPage.Cell;
import org.throughline.stocktaking.web.ProjectPage.Group;
import org.throughline.stocktaking.web.ProjectPage.Part;
import org.throughline.stocktaking.web.ProjectPage.Row;
import org.throughline.vocabulary.TermNames;
import org.throughline.vocabulary.Vocabulary;
import tools.jackson.databind.JsonNode;

/// Lays out what was answered by the sections of the form it was written with: choices in the reader's language, text
/// in the contributor's. A field for the secretariat only is never laid out, whatever it is given.
@Component
public class ProjectAnswers {

    private static final Set<String> RELATIONS = Set.of("owner", "nominator");
    private static final Set<String> EVIDENCE = Set.of("document", "page", "date");

    private final TermNames terms;

    ProjectAnswers(TermNames terms) {
        this.terms = terms;
    }

    /// @param without the codes of fields that are shown elsewhere
    public List<Part> of(Frame frame, ProjectForm form, JsonNode answers, Set<String> without) {
        List<Part> parts = new ArrayList<>();
        for (ProjectForm.Section section : form.sections()) {
            List<Answer> shown = section.fields().stream()
                    .filter(field -> !field.hidden() && !without.contains(field.code()))
                    .filter(field -> !Answers.isEmpty(answers.get(field.code())))
                    .map(field -> answer(frame, field, answers.get(field.code())))
                    .toList();
            if (!shown.isEmpty()) parts.add(new Part(section.title(), shown));
        }
        return parts;
    }

    private Answer answer(Frame frame, Field field, JsonNode value) {
        String text = "";
        List<String> values = List.of();
        List<Row> lines = List.of();
        List<Group> rows = List.of();
        switch (field.kind()) {
            case SHORT_TEXT, LONG_TEXT, EMAIL -> text = Answers.text(value);
            case SINGLE_CHOICE, MULTIPLE_CHOICE ->
                values = Answers.codes(value).stream()
                        .map(code -> told(frame, field, code))
                        .toList();
            case DATE -> values = List.of(date(frame, Answers.text(value)));
            case YES_NO -> values = List.of(frame.t("stocktaking.show.yes-no", value.asBoolean(false) ? "yes" : "no"));
            case NUMBER -> values = List.of(number(frame, value));
            case ADDRESS -> lines = List.of(line(Answers.text(value)));
            case LINES ->
                lines = value.valueStream()
                        .map(Answers::text)
                        .filter(one -> !one.isEmpty())
                        .map(ProjectAnswers::line)
                        .toList();
            case ROWS ->
                rows = value.valueStream()
                        .filter(row -> !Answers.isEmpty(row))
                        .map(row -> group(frame, field, row))
                        .toList();
        }
        return new Answer(field.code(), FieldNames.of(frame, field), text, values, lines, rows);
    }

    private String told(Frame frame, Field field, String code) {
        return field.code().equals("relation") && RELATIONS.contains(code)
                ? frame.t("stocktaking.show.relation.by", code)
                : choice(frame, field, code);
    }

    private Group group(Frame frame, Field field, JsonNode row) {
        String key = Answers.text(row.get("key"));
        List<Cell> cells = new ArrayList<>();
        for (Field part : field.parts()) {
            JsonNode value = row.get(part.code());
            if (part.hidden() || Answers.isEmpty(value)) continue;
            // The longest part needs no label: it is what the row says.
            boolean plain = part.kind() == Kind.LONG_TEXT
                    && field.parts().stream()
                                    .filter(other -> other.kind() == Kind.LONG_TEXT)
                                    .count()
                            == 1;
            cells.add(
                    new Cell(plain ? LocalizedText.EMPTY : part.label(), cell(frame, part, value), contributed(part)));
        }
        boolean claim = field.parts().stream().map(Field::code).toList().containsAll(EVIDENCE);
        boolean proven = EVIDENCE.stream().anyMatch(code -> !Answers.isEmpty(row.get(code)));
        return new Group(key.isEmpty() ? "" : choice(frame, field, key), cells, claim && !proven);
    }

    private static boolean contributed(Field part) {
        return part.kind() == Kind.SHORT_TEXT || part.kind() == Kind.LONG_TEXT;
    }

    private String cell(Frame frame, Field part, JsonNode value) {
        return switch (part.kind()) {
            case DATE -> date(frame, Answers.text(value));
            case NUMBER -> number(frame, value);
            case SINGLE_CHOICE, MULTIPLE_CHOICE ->
                String.join(
                        ", ",
                        Answers.codes(value).stream()
                                .map(code -> choice(frame, part, code))
                                .toList());
            case YES_NO -> frame.t("stocktaking.show.yes-no", value.asBoolean(false) ? "yes" : "no");
            case SHORT_TEXT, LONG_TEXT, ADDRESS, EMAIL, LINES, ROWS -> Answers.text(value);
        };
    }

    String choice(Frame frame, Field field, String code) {
        return switch (field.vocabulary()) {
            case "" ->
                field.choices().stream()
                        .filter(choice -> choice.code().equals(code))
                        .map(Choice::label)
                        .findFirst()
                        .map(frame::text)
                        .filter(label -> !label.isEmpty())
                        .orElse(code);
            case Vocabulary.COUNTRIES -> terms.country(code, frame.language());
            case Vocabulary.REGIONS -> terms.region(code, frame.language());
            case Vocabulary.STAKEHOLDER_TYPES -> terms.type(code, frame.language());
            case Vocabulary.LANGUAGES -> terms.language(code, frame.language());
            default -> terms.coded(frame, field.vocabulary(), code);
        };
    }

    private static String number(Frame frame, JsonNode value) {
        return value.isIntegralNumber() ? frame.number(value.longValue()) : Answers.text(value);
    }

    /// A date as exactly as it was given.
    public static String date(Frame frame, String partial) {
        return Moments.in(frame.language()).partial(partial);
    }

    private static Row line(String text) {
        boolean address = text.matches("(?i)https?://[^\\s\"<>]+");
        return new Row(text, address ? text : "");
    }
}
