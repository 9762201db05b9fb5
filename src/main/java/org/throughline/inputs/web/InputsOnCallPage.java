package org.throughline.inputs.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.throughline.calls.Call;
import org.throughline.calls.CallPanel;
import org.throughline.inputs.InputFilter;
import org.throughline.inputs.InputTags;
import org.throughline.inputs.PublishedInputs;
import org.throughline.platform.Messages;

/// What a call's page says about inputs: answer it, read them, count them.
@Component
class InputsOnCallPage implements CallPanel {

    private final PublishedInputs inputs;
    private final Messages messages;
    private final Clock clock;

    InputsOnCallPage(PublishedInputs inputs, Messages messages, Clock clock) {
        this.inputs = inputs;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public List<Item> of(Call call, String language) {
        var texts = messages.in(language);
        String base = "/calls/" + call.slug();
        List<Item> items = new ArrayList<>();
        if (call.isOpenAt(clock.instant()))
            items.add(new Item(10, texts.of("inputs.panel.answer"), base + "/answer", "", true));
        long published = inputs.count(call.id(), InputFilter.NONE);
        if (published > 0)
            items.add(new Item(30, texts.of("inputs.panel.inputs", published), base + "/inputs", "", false));
        items.add(new Item(40, texts.of("inputs.panel.statistics"), base + "/statistics", "", false));
        return items;
    }

    @Override
    public List<String> tags(Call call) {
        return List.of(InputTags.list(call.slug()), InputTags.statistics(call.slug()));
    }
}
