package org.throughline.stocktaking.links;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Whether and how the links of entries are checked.
///
/// @param enabled off where the machine has no way to the Internet
/// @param every how often a link that works is looked at
/// @param hostPause between two questions to the same host
/// @param patience for one answer, from the name of the host to the last header
@ConfigurationProperties("throughline.links")
record ProjectLinkSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("30d") Duration every,
        @DefaultValue("5s") Duration hostPause,
        @DefaultValue("20s") Duration patience) {}
