package org.throughline.platform.access;

import java.util.Set;
import java.util.UUID;

/// The signed-in person as pages and handlers need to know them. The directory's principal implements it.
public interface Viewer {

    UUID id();

    String name();

    Set<Permission> permissions();

    default boolean may(Permission permission) {
        return permissions().contains(permission);
    }
}
