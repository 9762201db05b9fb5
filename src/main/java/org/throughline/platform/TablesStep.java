package org.throughline.platform;

import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.stereotype.Component;

/// Says that tables are made or changed, when there are any to make or change.
@Component
class TablesStep extends BaseCallback {

    private boolean said;

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE;
    }

    @Override
    public void handle(Event event, Context context) {
        if (said) return;
        said = true;
        StartSteps.begin("Bringing the tables to this version");
    }

    @Override
    public String getCallbackName() {
        return "tables-step";
    }
}
