package org.throughline.mandates.web;

import java.util.List;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.web.Option;

/// The tasks of one instrument, in groups.
///
/// @param slug of the instrument
/// @param counts how many tasks have each status that occurs, of those the other filters leave
/// @param found how many the filters leave, of `total`
/// @param exact what the filters are, as the end of an address, with its question mark; empty where there are none
/// @param withoutEvidence leads to those of the list that have none; without an address where only they are shown
/// @param silent who is asked for something and has neither reported nor produced anything, each with its tasks
/// @param filtered whether a filter is set
public record TrackerPage(
        String slug,
        String instrument,
        LocalizedText about,
        List<View> views,
        List<View> counts,
        int found,
        int total,
        List<Option> actors,
        List<Option> verbs,
        List<Option> statuses,
        List<Option> lines,
        String view,
        String exact,
        boolean filtered,
        View withoutEvidence,
        List<View> silent,
        List<Group> groups) {

    /// @param url empty for where we are
    public record View(String url, String label) {}

    /// @param name empty where there is one group only
    public record Group(String anchor, String name, List<Line> lines) {}

    /// @param asked of whom, empty where it is not known
    public record Line(
            String path,
            int number,
            String paragraph,
            LocalizedText words,
            String asked,
            String due,
            String tag,
            String status,
            int evidence,
            boolean contested,
            boolean unverified) {}
}
