package org.throughline.opendata;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;

/// The dump as JSON Lines: each line is canonical JSON (RFC 8785), so the SHA-256 of this file is the fingerprint of
/// the dump in any format.
final class JsonLinesDump implements DumpFormat {

    static final String FILE = "register.jsonl";

    @Override
    public String file() {
        return FILE;
    }

    @Override
    public String mediaType() {
        return "application/x-ndjson;charset=utf-8";
    }

    @Override
    public String title() {
        return "JSON Lines";
    }

    @Override
    public void line(Writer out, DumpLine line, Map<String, Object> row) throws IOException {
        out.append(DumpRow.canonical(row)).append('\n');
    }
}
