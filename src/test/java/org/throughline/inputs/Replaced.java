package org.throughline.inputs;

import org.throughline.audit.Actor;

/// An input in whose place its owner put another state, without the visits to the form that people need for it.
public final class Replaced {

    private Replaced() {}

    public static Received by(Inputs inputs, InputId before, NewInput input, Actor owner) {
        return inputs.replace(before, input, Inputs.FromDraft.NO_DRAFT, owner);
    }
}
