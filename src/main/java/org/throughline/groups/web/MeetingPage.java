package org.throughline.groups.web;

import java.util.List;
import org.throughline.groups.Decision;
import org.throughline.groups.Meeting;
import org.throughline.groups.MeetingPapers.Paper;
import org.throughline.platform.LocalizedText;

/// One meeting.
///
/// @param mode empty where it is not known
/// @param sure empty for what is confirmed
/// @param others papers of no item
/// @param writing where a paper for it is written, without the language; empty where none is taken any more
/// @param open whether people can register now
/// @param accepted how many persons were accepted
public record MeetingPage(
        Meeting meeting,
        LocalizedText group,
        String when,
        String mode,
        List<String> languages,
        String status,
        String sure,
        List<Item> items,
        List<Paper> others,
        String writing,
        boolean open,
        int accepted,
        List<Outcome> outcomes) {

    /// @param item the number of its agenda item; empty for none
    /// @param state empty for what is not followed
    public record Outcome(Decision decision, String item, String kind, String state) {}

    public record Item(String anchor, String number, LocalizedText title, List<Paper> papers) {}
}
