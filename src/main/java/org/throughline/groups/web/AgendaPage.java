package org.throughline.groups.web;

import java.util.List;
import org.throughline.groups.Meeting;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.LanguagePart;
import org.throughline.platform.web.Typed;

/// The agenda of a meeting as the secretariat writes it.
///
/// @param item the item that the form is filled from; empty for a new one
/// @param stale whether somebody else changed the meeting meanwhile
public record AgendaPage(
        Meeting meeting, String item, boolean stale, Typed typed, FormErrors errors, List<LanguagePart> parts) {}
