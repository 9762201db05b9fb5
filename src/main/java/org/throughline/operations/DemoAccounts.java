package org.throughline.operations;

/// The file with the example accounts of a demonstration.
final class DemoAccounts {

    static final String FILE = "demo-accounts.json";

    private DemoAccounts() {}
}
