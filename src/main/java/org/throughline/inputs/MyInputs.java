package org.throughline.inputs;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.calls.Calls;

/// What people see of the inputs they sent. Another person's input does not exist here.
@Service
public class MyInputs {

    private final InputRows rows;
    private final OwnInputRows own;
    private final Inputs inputs;
    private final Calls calls;

    MyInputs(InputRows rows, OwnInputRows own, Inputs inputs, Calls calls) {
        this.rows = rows;
        this.own = own;
        this.inputs = inputs;
        this.calls = calls;
    }

    /// The inputs of a person, newest first.
    @Transactional(readOnly = true)
    public List<InputRecord> of(Actor actor) {
        return rows.ofOwner(InputDrafts.personOf(actor));
    }

    @Transactional(readOnly = true)
    public OwnInput get(InputId id, Actor actor) {
        InputRecord input = inputs.ownedBy(actor, id);
        boolean open = calls.window(input.call()).isOpenAt(inputs.now());
        return new OwnInput(
                input,
                own.questionnaireVersion(id, input.revision()),
                open && input.withdrawnAt() == null,
                own.answers(id, input.revision()),
                own.attachments(id, input.revision()),
                own.endorsers(id),
                own.consentHistory(id));
    }
}
