package org.throughline.synthesis.web;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.throughline.calls.Call;
import org.throughline.calls.CallPanel;
import org.throughline.platform.Messages;
import org.throughline.platform.Moments;
import org.throughline.synthesis.PublishedSummaries;

/// The summary's place on a call's page.
@Component
class SummaryOnCallPage implements CallPanel {

    private final PublishedSummaries summaries;
    private final Messages messages;

    SummaryOnCallPage(PublishedSummaries summaries, Messages messages) {
        this.summaries = summaries;
        this.messages = messages;
    }

    @Override
    public List<Item> of(Call call, String language) {
        return summaries.editions(call.id()).stream()
                .findFirst()
                .map(edition -> new Item(
                        20,
                        messages.in(language).of("synthesis.panel.summary"),
                        "/calls/" + call.slug() + "/summary",
                        published(messages.in(language), edition.publishedAt()),
                        false))
                .stream()
                .toList();
    }

    private static String published(Messages.Texts texts, Instant at) {
        String when = Moments.in(texts.language()).dateTime(at, Moments.GENEVA);
        return texts.of("synthesis.panel.published", texts.of("platform.moment.geneva", when));
    }

    @Override
    public List<String> tags(Call call) {
        return List.of("summary:" + call.slug());
    }
}
