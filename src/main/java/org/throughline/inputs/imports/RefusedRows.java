package org.throughline.inputs.imports;

import java.util.List;

/// Where the rows go that are not taken in.
interface RefusedRows extends AutoCloseable {

    void add(Row row, List<Reason> reasons);

    /// How many there are so far.
    long rows();

    @Override
    void close();
}
