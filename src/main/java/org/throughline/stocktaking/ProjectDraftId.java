package org.throughline.stocktaking;

import java.util.UUID;

public record ProjectDraftId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
