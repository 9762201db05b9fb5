package org.throughline.search;

import java.util.HashMap;
import java.util.Map;
import org.hibernate.search.engine.backend.document.DocumentElement;
import org.hibernate.search.engine.backend.document.IndexFieldReference;
import org.hibernate.search.engine.backend.document.model.dsl.IndexSchemaElement;
import org.hibernate.search.engine.backend.types.Aggregable;
import org.hibernate.search.mapper.pojo.bridge.PropertyBridge;
import org.hibernate.search.mapper.pojo.bridge.binding.PropertyBindingContext;
import org.hibernate.search.mapper.pojo.bridge.mapping.programmatic.PropertyBinder;
import org.hibernate.search.mapper.pojo.bridge.runtime.PropertyBridgeWriteContext;
import org.throughline.platform.Languages;
import org.throughline.search.SearchEntry.Words;

/// Puts the words of an entry into the fields of their language and, whatever the language, into the folded fields.
class WordsBinder implements PropertyBinder {

    @Override
    public void bind(PropertyBindingContext context) {
        context.dependencies().useRootOnly();
        IndexSchemaElement schema = context.indexSchemaElement();
        var titles = new HashMap<String, IndexFieldReference<String>>();
        var bodies = new HashMap<String, IndexFieldReference<String>>();
        for (String analyzer : Analysis.ALL) {
            titles.put(analyzer, text(schema, Fields.title(analyzer), analyzer));
            bodies.put(analyzer, text(schema, Fields.body(analyzer), analyzer));
        }
        IndexFieldReference<String> languages = schema.field(
                        Fields.LANGUAGE, field -> field.asString().aggregable(Aggregable.YES))
                .multiValued()
                .toReference();
        context.bridge(String.class, new Bridge(titles, bodies, languages));
    }

    private static IndexFieldReference<String> text(IndexSchemaElement schema, String name, String analyzer) {
        return schema.field(name, field -> field.asString().analyzer(analyzer))
                .multiValued()
                .toReference();
    }

    private record Bridge(
            Map<String, IndexFieldReference<String>> titles,
            Map<String, IndexFieldReference<String>> bodies,
            IndexFieldReference<String> languages)
            implements PropertyBridge<String> {

        @Override
        public void write(DocumentElement document, String json, PropertyBridgeWriteContext context) {
            EntryWords.read(json).forEach((language, words) -> {
                document.addValue(languages, language);
                if (Languages.isKnown(language)) write(document, language, words);
                write(document, Analysis.FOLDED, words);
            });
        }

        private void write(DocumentElement document, String analyzer, Words words) {
            document.addValue(titles.get(analyzer), words.title());
            document.addValue(bodies.get(analyzer), words.body());
        }
    }
}
