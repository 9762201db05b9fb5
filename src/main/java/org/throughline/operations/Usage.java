package org.throughline.operations;

/// The help text; the launcher prints the same one.
final class Usage {

    static final String TEXT = """
            Usage: ./throughline COMMAND [OPTIONS]

              demo   [--port 8080] [--data DIR]      build if needed, start everything, load the demo world, serve
              test   [Maven options]                 run every test; the last line is "N passed, N failed"
              serve  [--port 8080] [--data DIR]      serve an empty or existing installation
              import inputs --call SLUG FILE [--mapping FILE] [--dry-run] [--data DIR | --server URL [--token T]]
                                                     take in inputs from CSV, XLSX or JSON Lines
              import projects FILE [--mapping FILE] [--collection SLUG] [--publish] [--consent-basis TEXT] [--dry-run]
                     [--data DIR | --server URL [--token T]]
                                                     take in projects from CSV, XLSX, JSON Lines or IATI activities
              import call FILE [--data DIR]          make and publish a call from a file, in a data folder only
              verify FILE [--key FILE]               check a receipt or an archive, offline
              backup FILE [--data DIR]               write everything into one file
              restore FILE [--data DIR]              bring a backup into a new data folder
              evaluate-suggestions --vocabulary NAME [--folds N] [--beside FILE,FILE] [--write FILE] FILE...
                                                     measure the suggestions on labelled texts (CSV)
              learn-suggestions --vocabulary NAME [--beside FILE,FILE] --write FILE FILE...
                                                     make a file of learnt weights from labelled texts
              bench  [NAME...] [--quick]             measure this machine; see docs/guide/operator.md
              format [--check]                       put the source code into its form, or say what is not in it

            Exit status: 0 done, 1 failed, 2 wrong use. Needs a JDK 25 or newer and Maven 3.8 or newer to build.""";

    private Usage() {}
}
