package org.throughline.notices.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.notices.Topic;
import org.throughline.notices.Unsubscribed;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Pages;

/// Stops mail to all members, or update calls, from the mail alone. Opening the link shows a button, because
/// programs open links to look for viruses; the mail program's own button (RFC 8058) sends the same form, without a
/// session. It answers with the page itself: what sends such a form by itself does not follow to another one.
@Controller
class UnsubscribePages {

    private final Unsubscribed unsubscribed;

    UnsubscribePages(Unsubscribed unsubscribed) {
        this.unsubscribed = unsubscribed;
    }

    @OpenToAll
    @GetMapping("/by-mail/{topic:letters|update-calls}/{word}")
    ModelAndView look(Frame frame, @PathVariable String topic, @PathVariable String word) {
        boolean stopped = unsubscribed.look(of(topic), word).orElseThrow(LinkRefusals::notOurs);
        return show(frame, topic, word, stopped, false);
    }

    @OpenToAll
    @PostMapping("/by-mail/{topic:letters|update-calls}/{word}")
    ModelAndView stop(Frame frame, @PathVariable String topic, @PathVariable String word) {
        if (!unsubscribed.stop(of(topic), word)) throw LinkRefusals.notOurs();
        return show(frame, topic, word, true, false);
    }

    @OpenToAll
    @PostMapping("/by-mail/{topic:letters|update-calls}/{word}/return")
    ModelAndView takeBack(Frame frame, @PathVariable String topic, @PathVariable String word) {
        if (!unsubscribed.takeBack(of(topic), word)) throw LinkRefusals.notOurs();
        return show(frame, topic, word, false, true);
    }

    private static ModelAndView show(Frame frame, String topic, String word, boolean stopped, boolean returned) {
        var page = new UnsubscribePage(of(topic), "/by-mail/" + topic + "/" + word, word, stopped, returned);
        return Pages.show(frame, "notices/web/unsubscribe", page);
    }

    private static Topic of(String topic) {
        return topic.equals("letters") ? Topic.LETTERS : Topic.UPDATE_CALLS;
    }
}
