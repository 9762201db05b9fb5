package org.throughline.reports;

import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/// Writes the files of an edition, as whoever knows how a report looks implements it.
public interface EditionFiles {

    /// The files that a recipe asks for, by name, in the order in which they are written.
    List<String> names(Recipe recipe);

    /// Writes one of them, where it is not there already.
    ///
    /// @param stopped asked between steps; true ends the writing
    void write(PublishedReport report, String name, BooleanSupplier stopped);

    /// Deletes the files of an edition that was thrown away.
    void forget(UUID edition);
}
