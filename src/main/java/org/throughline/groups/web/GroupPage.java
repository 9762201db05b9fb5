package org.throughline.groups.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.groups.Group;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Source;
import org.throughline.platform.chart.Svg;

/// One group.
///
/// @param document with the terms of reference, where there is one
/// @param secretariat who serves it; empty where that is not on record
/// @param chart absent where nobody is on record
/// @param unsure how many of the members are not confirmed
public record GroupPage(
        Group group,
        List<Mandate> mandates,
        @Nullable TermsDocument document,
        List<SeatLine> secretariat,
        OnDay onDay,
        List<Term> terms,
        List<SeatLine> declined,
        @Nullable Svg chart,
        List<SeatLine> members,
        List<SeatLine> observers,
        int unsure,
        List<MeetingLine> meetings) {

    public record Mandate(String slug, String name) {}

    /// @param path its page here; empty where it is not kept here
    public record TermsDocument(String symbol, String path) {}

    /// @param who the state or entity
    /// @param person as the source names them; empty for nobody
    /// @param sure empty for what is confirmed
    public record SeatLine(
            String role,
            String who,
            String person,
            String region,
            String term,
            String sure,
            LocalizedText note,
            Source source) {}

    /// Who was there in one period; or, where nobody is on record, the period alone.
    ///
    /// @param when the period
    public record Term(String anchor, String when, List<SeatLine> heads, List<SeatLine> vices, List<Source> sources) {

        public boolean isGap() {
            return heads.isEmpty() && vices.isEmpty();
        }
    }

    /// Who held a seat on a day.
    ///
    /// @param typed the day as it was asked for
    /// @param day in words; empty where what was asked for is no day
    /// @param around who is on record in the chair before and after, where nobody is on the day
    /// @param without the regions without a vice-chair; empty where vice-chairs have no regions
    public record OnDay(String typed, String day, List<Holder> holders, List<SeatLine> around, List<String> without) {}

    public record Holder(SeatLine seat, boolean perhaps) {}

    /// @param sure empty for what is confirmed
    public record MeetingLine(
            String path, LocalizedText name, String when, LocalizedText place, String status, String sure) {}
}
