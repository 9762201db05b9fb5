package org.throughline.platform.access;

import java.util.Optional;

/// Who holds an API token. The directory implements it.
public interface TokenSource {

    /// The person a bearer token stands for; empty when the token is unknown, expired or revoked.
    Optional<Viewer> holderOf(String token);
}
