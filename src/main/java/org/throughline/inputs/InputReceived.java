package org.throughline.inputs;

import org.throughline.calls.CallId;

/// An input, or a new revision of one, was received and stored.
///
/// @param language in which its sender reads mail; empty when unknown
/// @param endorsed whether it names others who may have to be asked
public record InputReceived(
        InputId input,
        CallId call,
        String slug,
        int number,
        int revision,
        Reception.Origin origin,
        String language,
        boolean endorsed) {}
