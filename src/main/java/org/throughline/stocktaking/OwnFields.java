package org.throughline.stocktaking;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;
import org.throughline.platform.Json;
import org.throughline.platform.Published;
import org.throughline.platform.web.PageStore;
import org.throughline.stocktaking.ProjectForm.Field;
import org.throughline.stocktaking.ProjectForm.Kind;
import tools.jackson.databind.JsonNode;

/// Which public entries of a register chose what in the fields that only its own form has, so that a hosted register
/// is looked up by its own vocabulary. Read when it is first asked for, and again after a change of any entry; the
/// register of the WSIS process has no such fields and costs nothing here.
@Component
class OwnFields {

    private static final int MOST_FIELDS = 20;
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,39}");

    private final Published published;
    private final PublishedCollections collections;
    private final PageStore pages;
    private final Set<String> standard =
            StandardForm.read().fields().map(Field::code).collect(Collectors.toUnmodifiableSet());

    OwnFields(Published published, PublishedCollections collections, PageStore pages) {
        this.published = published;
        this.collections = collections;
        this.pages = pages;
    }

    /// By field, in the form's order, and value; none where the form has no fields of its own to choose from.
    Map<String, Map<String, RoaringBitmap>> of(String collection) {
        List<String> fields = collections
                .find(collection)
                .map(one -> collections.form(one).fields())
                .stream()
                .flatMap(all -> all)
                .filter(this::isOwn)
                .map(Field::code)
                .limit(MOST_FIELDS)
                .toList();
        if (fields.isEmpty()) return Map.of();
        return pages.remember(
                "own fields " + collection + " " + String.join(" ", fields),
                Set.of(RegisterTags.list(), RegisterTags.collection(collection)),
                () -> read(collection, fields));
    }

    private boolean isOwn(Field field) {
        boolean chosen = field.kind() == Kind.SINGLE_CHOICE || field.kind() == Kind.MULTIPLE_CHOICE;
        return chosen && !field.hidden() && !standard.contains(field.code());
    }

    private Map<String, Map<String, RoaringBitmap>> read(String collection, List<String> fields) {
        Map<String, Map<String, RoaringBitmap>> sets = new LinkedHashMap<>();
        fields.forEach(field -> sets.put(field, new HashMap<>()));
        // Not the operator ?|, whose sign would be taken for a parameter.
        published
                .sql("""
                        SELECT number, (SELECT jsonb_object_agg(key, value) FROM jsonb_each(answers)
                                        WHERE key = ANY (:fields)) AS own
                        FROM stocktaking.published_project
                        WHERE collection = :collection AND jsonb_exists_any(answers, :fields)""")
                .param("fields", fields.toArray(String[]::new))
                .param("collection", collection)
                .query((row, n) -> {
                    put(sets, row.getInt("number"), Json.tree(row.getString("own")));
                    return n;
                })
                .list();
        return sets;
    }

    private static void put(Map<String, Map<String, RoaringBitmap>> sets, int number, JsonNode answers) {
        sets.forEach((field, values) -> {
            JsonNode answer = answers.get(field);
            if (answer == null) return;
            List<String> codes = answer.isString() ? List.of(answer.asString()) : Answers.codes(answer);
            for (String code : codes)
                if (VALUE.matcher(code).matches())
                    values.computeIfAbsent(code, any -> new RoaringBitmap()).add(number);
        });
    }

    /// Those that chose one of the wanted values of each field that the query names; nothing where it names none.
    ///
    /// @param without a field that is left out of account
    @Nullable
    RoaringBitmap matching(RegisterQuery query, @Nullable String without) {
        RoaringBitmap result = null;
        for (var wanted : query.own().entrySet()) {
            if (wanted.getKey().equals(without)) continue;
            RoaringBitmap any = any(query, wanted.getKey(), wanted.getValue());
            result = result == null ? any : RoaringBitmap.and(result, any);
        }
        return result;
    }

    private RoaringBitmap any(RegisterQuery query, String field, List<String> values) {
        List<String> asked = query.facets().getOrDefault(Facet.COLLECTION, List.of());
        List<String> slugs = asked.isEmpty()
                ? collections.all().stream()
                        .map(PublishedCollections.PublishedCollection::slug)
                        .toList()
                : asked;
        RoaringBitmap any = new RoaringBitmap();
        for (String slug : slugs) {
            Map<String, RoaringBitmap> sets = of(slug).getOrDefault(field, Map.of());
            for (String value : values) if (sets.containsKey(value)) any.or(sets.get(value));
        }
        return any;
    }
}
