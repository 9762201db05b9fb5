package org.throughline.opendata;

import java.util.List;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;
import org.throughline.platform.harvest.DublinCore;
import org.throughline.platform.markup.Xml;
import org.throughline.stocktaking.PublishedProject;

/// In which formats harvesters get entries of the register. There is none besides these for anything else.
@Component
class MetadataFormats {

    private final List<Format> all;

    MetadataFormats(ProjectDublinCore dublinCore, DataCite dataCite) {
        all = List.of(
                new Format(DublinCore.PREFIX, DublinCore.NAMESPACE, DublinCore.SCHEMA, dublinCore::write),
                new Format(
                        "oai_datacite",
                        DataCite.ENVELOPE,
                        "http://schema.datacite.org/oai/oai-1.1/oai.xsd",
                        dataCite::writeEnveloped),
                new Format("datacite", DataCite.NAMESPACE, DataCite.SCHEMA, dataCite::write));
    }

    record Format(String prefix, String namespace, String schema, BiConsumer<Xml, PublishedProject> writer) {
        void write(Xml xml, PublishedProject project) {
            writer.accept(xml, project);
        }
    }

    List<Format> all() {
        return all;
    }

    Format of(String prefix) {
        return all.stream()
                .filter(format -> format.prefix().equals(prefix))
                .findFirst()
                .orElseThrow(() -> OaiError.cannotDisseminateFormat(prefix));
    }
}
