package org.throughline.stocktaking.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.Json;
import org.throughline.platform.Refusal;
import org.throughline.stocktaking.ProjectForm;
import org.throughline.stocktaking.ProjectForm.Field;
import org.throughline.stocktaking.ProjectForm.Section;

/// The single steps by which the form of a register changes. Each refuses as stale what is based on a state that is
/// gone. A field is named by its code, a part of a row by that of its field and its own.
final class FormSteps {

    private FormSteps() {}

    /// A mark of what an editor saw, to notice that somebody changed it since. A field's parts, and a section's fields,
    /// change by themselves.
    static String mark(Field field) {
        return Integer.toHexString(Json.write(field.withParts(List.of())).hashCode());
    }

    static String mark(Section section) {
        return Integer.toHexString(Json.write(with(section, List.of())).hashCode());
    }

    /// @param code of the section to change; null to add one at the end
    static ProjectForm putSection(ProjectForm all, @Nullable String code, String seen, Section words) {
        List<Section> sections = new ArrayList<>(all.sections());
        if (!words.code().equals(code) && all.section(words.code()).isPresent()) throw Refusal.stale();
        if (code == null) {
            sections.add(words);
            return new ProjectForm(sections);
        }
        int at = indexOf(all, code);
        Section before = sections.get(at);
        if (!mark(before).equals(seen)) throw Refusal.stale();
        sections.set(at, with(words, before.fields()));
        return new ProjectForm(sections);
    }

    static ProjectForm removeSection(ProjectForm all, String code) {
        List<Section> sections = new ArrayList<>(all.sections());
        sections.remove(indexOf(all, code));
        return new ProjectForm(sections);
    }

    static ProjectForm moveSection(ProjectForm all, String code, int by) {
        List<Section> sections = new ArrayList<>(all.sections());
        int at = indexOf(all, code);
        if (at + by >= 0 && at + by < sections.size()) Collections.swap(sections, at, at + by);
        return new ProjectForm(sections);
    }

    /// @param code of the field to change; null to add one at the end of the section
    static ProjectForm putField(ProjectForm all, @Nullable String code, String seen, String section, Field field) {
        Section home = all.section(section).orElseThrow(Refusal::stale);
        if (code == null) return replace(all, with(home, added(home.fields(), field)));
        Field before = all.field(code).orElseThrow(Refusal::stale);
        if (!mark(before).equals(seen)) throw Refusal.stale();
        Field after = field.withParts(before.parts());
        if (sectionOf(all, code).code().equals(section))
            return replace(all, with(home, replaced(home.fields(), code, after)));
        ProjectForm without = removeField(all, code);
        Section there = without.section(section).orElseThrow(Refusal::stale);
        return replace(without, with(there, added(there.fields(), after)));
    }

    static ProjectForm removeField(ProjectForm all, String code) {
        if (all.field(code).isEmpty()) throw Refusal.stale();
        return new ProjectForm(all.sections().stream()
                .map(section -> with(section, without(section.fields(), code)))
                .toList());
    }

    /// Moves a field by one place; past the end of its section it goes on to the next one.
    static ProjectForm moveField(ProjectForm all, String code, int by) {
        Section section = sectionOf(all, code);
        List<Field> moved = moved(section.fields(), code, by);
        if (!moved.equals(section.fields())) return replace(all, with(section, moved));
        int other = indexOf(all, section.code()) + by;
        if (other < 0 || other >= all.sections().size()) return all;
        Field field = all.field(code).orElseThrow(Refusal::stale);
        Section neighbour = all.sections().get(other);
        List<Field> there = new ArrayList<>(neighbour.fields());
        there.add(by < 0 ? there.size() : 0, field);
        return replace(replace(all, with(section, without(section.fields(), code))), with(neighbour, there));
    }

    /// @param code of the part to change; null to add one at the end of the row
    static ProjectForm putPart(ProjectForm all, String rows, @Nullable String code, String seen, Field part) {
        return inRows(all, rows, parts -> {
            if (code == null) return added(parts, part);
            Field before = find(parts, code);
            if (!mark(before).equals(seen)) throw Refusal.stale();
            return replaced(parts, code, part);
        });
    }

    static ProjectForm removePart(ProjectForm all, String rows, String code) {
        return inRows(all, rows, parts -> without(parts, find(parts, code).code()));
    }

    static ProjectForm movePart(ProjectForm all, String rows, String code, int by) {
        return inRows(all, rows, parts -> moved(parts, code, by));
    }

    private static ProjectForm inRows(ProjectForm all, String rows, UnaryOperator<List<Field>> step) {
        Section section = sectionOf(all, rows);
        Field field = all.field(rows).orElseThrow(Refusal::stale);
        return replace(
                all, with(section, replaced(section.fields(), rows, field.withParts(step.apply(field.parts())))));
    }

    static Field find(List<Field> fields, String code) {
        return fields.stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(Refusal::stale);
    }

    static Section sectionOf(ProjectForm all, String field) {
        return all.sections().stream()
                .filter(section ->
                        section.fields().stream().anyMatch(one -> one.code().equals(field)))
                .findFirst()
                .orElseThrow(Refusal::stale);
    }

    private static List<Field> added(List<Field> fields, Field field) {
        List<Field> all = new ArrayList<>(fields);
        all.add(field);
        return all;
    }

    private static List<Field> replaced(List<Field> fields, String code, Field field) {
        return fields.stream().map(one -> one.code().equals(code) ? field : one).toList();
    }

    private static List<Field> without(List<Field> fields, String code) {
        return fields.stream().filter(one -> !one.code().equals(code)).toList();
    }

    private static List<Field> moved(List<Field> fields, String code, int by) {
        List<Field> all = new ArrayList<>(fields);
        int at = all.indexOf(find(fields, code));
        if (at + by >= 0 && at + by < all.size()) Collections.swap(all, at, at + by);
        return all;
    }

    private static ProjectForm replace(ProjectForm all, Section section) {
        return new ProjectForm(all.sections().stream()
                .map(one -> one.code().equals(section.code()) ? section : one)
                .toList());
    }

    private static Section with(Section section, List<Field> fields) {
        return new Section(section.code(), section.title(), section.intro(), fields);
    }

    private static int indexOf(ProjectForm all, String code) {
        for (int i = 0; i < all.sections().size(); i++)
            if (all.sections().get(i).code().equals(code)) return i;
        throw Refusal.stale();
    }
}
