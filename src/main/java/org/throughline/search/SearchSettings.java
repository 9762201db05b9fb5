package org.throughline.search;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What an operator may set about search, as `throughline.search.…` properties.
///
/// @param backend settings of the index's back end as Hibernate Search names them, without
/// `hibernate.search.backend.`;
///     none means Lucene in the data folder
/// @param pollingInterval how many milliseconds pass between two looks for changed entries
@ConfigurationProperties("throughline.search")
record SearchSettings(
        @DefaultValue Map<String, String> backend,
        @DefaultValue("500") int pollingInterval) {

    boolean lucene() {
        return backend.getOrDefault("type", "lucene").equals("lucene");
    }
}
