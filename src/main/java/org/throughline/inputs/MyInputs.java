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

    /// Everything of one of them; of one that was withdrawn nothing that it said.
    @Transactional(readOnly = true)
    public OwnInput get(InputId id, Actor actor) {
        InputRecord input = inputs.ownedBy(actor, id);
        boolean open = calls.window(input.call()).isOpenAt(inputs.now());
        boolean gone = input.withdrawnAt() != null;
        return new OwnInput(
                input,
                own.questionnaireVersion(id, input.revision()),
                open && !gone,
                gone ? List.of() : own.answers(id, input.revision()),
                gone ? List.of() : own.attachments(id, input.revision()),
                gone ? List.of() : own.endorsers(id),
                own.consentHistory(id));
    }
}
