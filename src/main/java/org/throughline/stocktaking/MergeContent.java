package org.throughline.stocktaking;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.Json;
import org.throughline.stocktaking.NewProject.Attached;
import org.throughline.stocktaking.ProjectForm.Field;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;

/// What two entries that become one say together, field by field.
///
/// @param stays the one whose number stays; `gone` the one that becomes part of it
/// @param named whether what names people and organisations may be taken from the one that goes
public record MergeContent(ProjectForm form, NewProject stays, NewProject gone, boolean named) {

    /// Whose answer to a field is kept.
    public enum Take {
        STAYS,
        GONE,
        BOTH;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        public static Take of(String word) {
            for (Take take : values()) if (take.word().equals(word)) return take;
            return STAYS;
        }
    }

    /// A field that the two answered differently.
    ///
    /// @param both whether both answers can be kept beside each other
    /// @param first what is proposed
    public record Difference(Field field, JsonNode stays, JsonNode gone, boolean both, Take first) {}

    static MergeContent of(ProjectForm form, NewProject stays, NewProject gone) {
        return new MergeContent(form, stays, gone, gone.consent().name());
    }

    public List<Difference> differences() {
        if (!gone.consent().text()) return List.of();
        List<Difference> differences = new ArrayList<>();
        form.fields().filter(field -> !field.hidden()).filter(this::mayTake).forEach(field -> {
            JsonNode mine = answer(stays, field);
            JsonNode theirs = answer(gone, field);
            if (Answers.isEmpty(theirs) || mine.equals(theirs)) return;
            boolean both = !Answers.isEmpty(mine) && isList(field);
            differences.add(new Difference(field, mine, theirs, both, Answers.isEmpty(mine) ? Take.GONE : Take.STAYS));
        });
        return differences;
    }

    private boolean mayTake(Field field) {
        return named || !field.naming();
    }

    private static JsonNode answer(NewProject project, Field field) {
        JsonNode answer = project.answers().get(field.code());
        return answer == null ? NullNode.getInstance() : answer;
    }

    private static boolean isList(Field field) {
        return switch (field.kind()) {
            case MULTIPLE_CHOICE, LINES, ROWS -> true;
            default -> false;
        };
    }

    /// The entry that stays with what was taken from the other; nothing when that changes nothing.
    @Nullable
    NewProject with(Map<String, Take> takes) {
        Map<String, JsonNode> answers = new LinkedHashMap<>(stays.answers());
        boolean changed = false;
        for (Difference one : differences()) {
            Take take = takes.getOrDefault(one.field().code(), Take.STAYS);
            if (take == Take.STAYS) continue;
            changed = true;
            answers.put(
                    one.field().code(), take == Take.BOTH && one.both() ? union(one.stays(), one.gone()) : one.gone());
        }
        List<Attached> files = files();
        if (!changed && files.size() == stays.attachments().size()) return null;
        Consent mine = stays.consent();
        Consent theirs = gone.consent();
        return new NewProject(
                stays.language(),
                answers,
                new Consent(
                        mine.name(),
                        mine.text(),
                        mine.files(),
                        mine.quotation() && theirs.quotation(),
                        mine.translation() && theirs.translation()),
                files);
    }

    private List<Attached> files() {
        List<Attached> files = new ArrayList<>(stays.attachments());
        if (!stays.consent().files()
                || !gone.consent().files()
                || !gone.consent().text()) return files;
        Set<Object> there = new HashSet<>();
        files.forEach(one -> there.add(one.file()));
        gone.attachments().stream().filter(one -> there.add(one.file())).forEach(files::add);
        return files;
    }

    // Rows with a key are there once for each key.
    private static JsonNode union(JsonNode mine, JsonNode theirs) {
        ArrayNode all = Json.mapper().createArrayNode();
        Set<Object> seen = new HashSet<>();
        for (JsonNode list : List.of(mine, theirs))
            for (JsonNode one : list) {
                String key = one.isObject() ? Answers.text(one.get("key")) : "";
                if (seen.add(key.isEmpty() ? one : key)) all.add(one);
            }
        return all;
    }
}
