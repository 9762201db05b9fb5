package org.throughline.documents;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What an operator may set about documents.
///
/// @param rights what harvesters are told about the rights in a document: a sentence in English, or an address
@ConfigurationProperties("throughline.documents")
public record DocumentSettings(
        @DefaultValue("Rights stay with the sources named and with the body whose symbol the document bears.")
        String rights) {}
