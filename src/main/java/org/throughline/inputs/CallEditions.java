package org.throughline.inputs;

import java.util.List;
import org.throughline.calls.CallId;
import org.throughline.ledger.ArchivedEdition;

/// The published editions of a call's summaries, for its archive. The synthesis implements it.
public interface CallEditions {

    /// Each edition as it stands now, whatever its summary has become since.
    List<ArchivedEdition> of(CallId call);
}
