package org.throughline.inputs;

import org.throughline.calls.CallId;

/// What the public may see of an input changed: it was published, unpublished, replaced, withdrawn, or its consent
/// changed.
public record InputPublicityChanged(InputId input, CallId call, String slug, int number) {}
