package org.throughline.reports;

/// What public pages of reports depend on, as the page store knows it.
public final class ReportTags {

    private ReportTags() {}

    public static String report(String slug) {
        return "report:" + slug;
    }

    public static boolean isReport(String tag) {
        return tag.startsWith("report:");
    }

    /// The list of all reports.
    public static String list() {
        return "reports";
    }
}
