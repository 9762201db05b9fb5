package org.throughline.ledger;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// What an operator may set for the log, before its first start.
///
/// @param origin the log's name in checkpoints, an address without scheme such as `example.org/log`; absent means
/// one is made
/// @param keyFile where the key is when it is not in the data folder; needed when several nodes write one log
@ConfigurationProperties("throughline.ledger")
record LedgerSettings(@Nullable String origin, @Nullable Path keyFile) {}
