package org.throughline.groups.web;

import java.util.List;
import org.throughline.groups.Group;
import org.throughline.platform.web.Differences;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.LanguagePart;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Typed;

/// The form of a seat.
///
/// @param path where it is sent to
/// @param who holds it; empty for a new one
/// @param version the version it was filled from; 0 for a new one
/// @param stale whether somebody else changed it meanwhile
/// @param differences between what holds now and what was typed, where it is stale
/// @param open whether it goes on, as far as is on record
/// @param retired why it was taken back; empty for one that stands
public record SeatEditPage(
        Group group,
        String path,
        String who,
        int version,
        boolean stale,
        List<Differences> differences,
        boolean open,
        String retired,
        Typed typed,
        FormErrors errors,
        List<LanguagePart> parts,
        List<Option> roles,
        List<Option> standings,
        List<Option> countries,
        List<Option> regions,
        List<Option> certainties,
        List<GroupActs.Line> acts) {

    public boolean fresh() {
        return version == 0;
    }
}
