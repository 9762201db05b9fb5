package org.throughline.tables;

import java.util.Set;
import java.util.function.Consumer;

/// A file that is read row by row, as often as need be.
public interface RowSource {

    /// Refuses a file that cannot be read to its end.
    void each(Consumer<Row> each);

    /// Which columns there are; known once rows were read.
    Set<String> columns();

    /// In which encoding the text was; known once rows were read.
    String encoding();

    /// Whether the encoding is a guess that somebody should look at.
    boolean encodingIsGuessed();
}
