package org.throughline.inputs.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.throughline.calls.Call;
import org.throughline.calls.Calls;
import org.throughline.inputs.Moderation;
import org.throughline.platform.Messages;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Viewer;
import org.throughline.platform.web.WorkItems;

/// The calls with inputs that wait for a decision, among what waits for those who publish.
@Component
class InputsToCheck implements WorkItems {

    private final Moderation moderation;
    private final Calls calls;
    private final Messages messages;

    InputsToCheck(Moderation moderation, Calls calls, Messages messages) {
        this.moderation = moderation;
        this.calls = calls;
        this.messages = messages;
    }

    @Override
    public List<Item> of(Viewer viewer, String language) {
        if (!viewer.may(Permission.PUBLISH_INPUTS)) return List.of();
        return moderation.waiting().entrySet().stream()
                .map(waiting -> {
                    Call call = calls.get(waiting.getKey());
                    return new Item(
                            call.title().textFor(language),
                            "/calls/" + call.slug() + "/desk?state=received",
                            messages.in(language).of("inputs.work.to-check", waiting.getValue()),
                            null);
                })
                .toList();
    }
}
