package org.throughline.groups;

import java.util.UUID;
import org.throughline.platform.LocalizedText;

/// One item of a meeting's agenda.
///
/// @param number as the agenda writes it: `3`, `3.1`
public record AgendaItem(UUID id, String number, LocalizedText title) {}
