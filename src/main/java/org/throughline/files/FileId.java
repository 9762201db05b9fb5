package org.throughline.files;

import java.util.UUID;

/// Names one file that somebody handed in. Two files with the same content have two ids.
public record FileId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
