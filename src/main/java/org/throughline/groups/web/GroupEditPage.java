package org.throughline.groups.web;

import java.util.List;
import org.throughline.platform.web.Differences;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.LanguagePart;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Typed;

/// The form of a group, and the way to its seats.
///
/// @param code empty for a new one
/// @param version the version it was filled from; 0 for a new one
/// @param stale whether somebody else changed it meanwhile
/// @param differences between what holds now and what was typed, where it is stale
/// @param retired seats that were taken back
public record GroupEditPage(
        String code,
        int version,
        boolean stale,
        List<Differences> differences,
        Typed typed,
        FormErrors errors,
        List<LanguagePart> parts,
        List<Option> certainties,
        List<SeatLink> seats,
        List<SeatLink> retired,
        List<GroupActs.Line> acts) {

    /// @param about role, time and how sure it is
    /// @param reason why it was taken back; empty for one that stands
    public record SeatLink(String path, String who, String about, String reason) {}

    public boolean fresh() {
        return code.isEmpty();
    }

    public String path() {
        return fresh() ? "/groups/new" : "/groups/" + code + "/edit";
    }

    public String back() {
        return fresh() ? "/groups" : "/groups/" + code;
    }
}
