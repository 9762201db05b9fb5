package org.throughline.mandates;

import org.throughline.platform.Messages;

/// How instruments that have a number are called.
public final class InstrumentNames {

    private InstrumentNames() {}

    /// "Resolution 140".
    public static String name(Messages.Texts texts, Instrument.Kind kind, String number) {
        return switch (kind) {
            case RESOLUTION -> texts.of("mandates.name.resolution", number);
            case DECLARATION -> texts.of("mandates.name.declaration", number);
            case PLAN_OF_ACTION -> texts.of("mandates.name.plan-of-action", number);
            case COMMITMENT -> texts.of("mandates.name.commitment", number);
            case AGENDA -> texts.of("mandates.name.agenda", number);
            case STATEMENT -> texts.of("mandates.name.statement", number);
        };
    }
}
