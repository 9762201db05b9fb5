package org.throughline.search;

import java.util.List;
import java.util.Map;
import org.hibernate.search.engine.backend.document.DocumentElement;
import org.hibernate.search.engine.backend.document.IndexObjectFieldReference;
import org.hibernate.search.engine.backend.document.model.dsl.IndexSchemaObjectField;
import org.hibernate.search.engine.backend.types.Aggregable;
import org.hibernate.search.mapper.pojo.bridge.PropertyBridge;
import org.hibernate.search.mapper.pojo.bridge.binding.PropertyBindingContext;
import org.hibernate.search.mapper.pojo.bridge.mapping.programmatic.PropertyBinder;
import org.hibernate.search.mapper.pojo.bridge.runtime.PropertyBridgeWriteContext;
import org.throughline.platform.Json;
import tools.jackson.core.type.TypeReference;

/// Puts each facet of an entry into a field of its own, whatever names the owners choose.
class FacetsBinder implements PropertyBinder {

    private static final TypeReference<Map<String, List<String>>> TYPE = new TypeReference<>() {};

    @Override
    public void bind(PropertyBindingContext context) {
        context.dependencies().useRootOnly();
        IndexSchemaObjectField facets = context.indexSchemaElement().objectField(Fields.FACETS);
        facets.fieldTemplate("facet", field -> field.asString().aggregable(Aggregable.YES))
                .multiValued();
        context.bridge(String.class, new Bridge(facets.toReference()));
    }

    private record Bridge(IndexObjectFieldReference reference) implements PropertyBridge<String> {

        @Override
        public void write(DocumentElement document, String json, PropertyBridgeWriteContext context) {
            Map<String, List<String>> facets = Json.read(json, TYPE);
            if (facets.isEmpty()) return;
            DocumentElement object = document.addObject(reference);
            facets.forEach((name, values) -> values.forEach(value -> object.addValue(name, value)));
        }
    }
}
