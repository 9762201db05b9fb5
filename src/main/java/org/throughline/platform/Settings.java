package org.throughline.platform;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What an operator may set, as `throughline.…` properties.
///
/// @param data the data folder
/// @param demo whether this is a demonstration: example accounts, mail shown on a page instead of sent
/// @param publicUrl the address under which readers reach this installation, without a slash at the end; used in
/// mails and documents
/// @param name the name of this installation, shown in the header of every page
@ConfigurationProperties("throughline")
public record Settings(
        @DefaultValue(".throughline") Path data,
        @DefaultValue("false") boolean demo,
        @DefaultValue("http://localhost:8080") String publicUrl,
        @DefaultValue("Throughline") String name,
        @DefaultValue Database database) {

    /// @param url a PostgreSQL server of the operator's own; absent means the one inside the data folder
    /// @param durable false only for tests
    /// @param connections the owner pool's size; the readers' pool has as many
    public record Database(
            @Nullable String url,
            @DefaultValue("throughline") String username,
            @Nullable String password,
            @DefaultValue("throughline_reader") String readerUsername,
            @Nullable String readerPassword,
            @DefaultValue("true") boolean durable,
            @DefaultValue("16") int connections) {}
}
