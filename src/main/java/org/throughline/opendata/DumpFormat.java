package org.throughline.opendata;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;

/// A file of a dump: its name, and how its beginning, each line and its end are written.
interface DumpFormat {

    String file();

    String mediaType();

    /// What readers call it.
    String title();

    default void begin(Writer out, DumpEdition edition) throws IOException {}

    void line(Writer out, DumpLine line, Map<String, Object> row) throws IOException;

    default void end(Writer out) throws IOException {}
}
