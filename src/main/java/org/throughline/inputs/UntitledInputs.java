package org.throughline.inputs;

import org.springframework.stereotype.Component;
import org.throughline.calls.PublishedCalls;
import org.throughline.platform.Messages;
import org.throughline.search.Untitled;

/// An input whose owner does not wish to be named is called by its number and its call.
@Component
class UntitledInputs implements Untitled {

    private final PublishedCalls calls;
    private final Messages messages;

    UntitledInputs(PublishedCalls calls, Messages messages) {
        this.calls = calls;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return InputSearch.KIND;
    }

    @Override
    public String name(String key, String language) {
        int slash = key.lastIndexOf('/');
        int number = Integer.parseInt(key.substring(slash + 1));
        var texts = messages.in(language);
        return calls.find(key.substring(0, slash))
                .map(call ->
                        texts.of("inputs.search.unnamed", number, call.title().textFor(language)))
                .orElseGet(() -> texts.of("inputs.list.unnamed", number));
    }
}
