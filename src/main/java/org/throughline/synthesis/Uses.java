package org.throughline.synthesis;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.throughline.calls.CallId;
import org.throughline.calls.PublishedCalls;
import org.throughline.inputs.InputUses;

/// Tells an input's page which published sentences rest on the input.
@Component
class Uses implements InputUses {

    private final PublishedSummaries summaries;
    private final PublishedCalls calls;

    Uses(PublishedSummaries summaries, PublishedCalls calls) {
        this.summaries = summaries;
        this.calls = calls;
    }

    @Override
    public List<InputUse> of(CallId call, int number) {
        String slug = calls.slugOf(call);
        return summaries.usesOf(call, number).stream()
                .map(use -> new InputUse(
                        use.line(),
                        use.section(),
                        use.text(),
                        use.language(),
                        "/calls/" + slug + "/summary#s" + use.line(),
                        use.question(),
                        use.start(),
                        use.end()))
                .toList();
    }

    @Override
    public Map<Integer, Integer> counts(CallId call) {
        return summaries.useCounts(call);
    }

    @Override
    public boolean hasSummary(CallId call) {
        return summaries.exists(call);
    }
}
