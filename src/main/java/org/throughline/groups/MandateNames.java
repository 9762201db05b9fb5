package org.throughline.groups;

import java.util.Optional;
import org.throughline.platform.web.Frame;

/// How the instruments that a group rests on are called. Who keeps instruments says so; without it they go by their
/// names in addresses.
public interface MandateNames {

    /// @param slug its name in addresses
    Optional<String> of(Frame frame, String slug);
}
