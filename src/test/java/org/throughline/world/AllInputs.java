package org.throughline.world;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.calls.CallId;
import org.throughline.inputs.InputId;
import org.throughline.inputs.InputRecord;
import org.throughline.inputs.Publication;

/// Every input of a call as it stands in the tables, by number, whatever became of it.
public final class AllInputs {

    private AllInputs() {}

    public static List<InputRecord> of(CallId call, JdbcClient jdbc, Publication publication) {
        return jdbc
                .sql("SELECT id FROM inputs.input WHERE call_id = ? ORDER BY number")
                .param(call.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(id -> publication.find(new InputId(id)).orElseThrow())
                .toList();
    }
}
