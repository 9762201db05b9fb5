package org.throughline.operations.backup;

/// Which release of the program this is.
final class Release {

    private Release() {}

    static String version() {
        String version = Release.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
