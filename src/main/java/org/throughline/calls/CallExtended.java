package org.throughline.calls;

import java.time.Instant;
import org.throughline.platform.LocalizedText;

/// The deadline of a call was moved; whoever keeps a draft is to be told.
public record CallExtended(
        CallId call, String slug, LocalizedText title, Instant oldEnd, Instant newEnd, LocalizedText reason) {}
