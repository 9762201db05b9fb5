package org.throughline.mandates.web;

import java.util.List;
import org.throughline.mandates.Entry;

/// Where the secretariat begins to keep the register.
///
/// @param actors of whom something can be asked
public record RegisterDeskPage(List<Entry> bodies, List<Entry> actors) {}
