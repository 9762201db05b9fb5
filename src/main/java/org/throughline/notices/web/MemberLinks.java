package org.throughline.notices.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.throughline.platform.Messages;
import org.throughline.platform.web.AccountLinks;

/// One's profile and what one follows, on the page of one's account.
@Component
class MemberLinks implements AccountLinks {

    private final Messages messages;

    MemberLinks(Messages messages) {
        this.messages = messages;
    }

    @Override
    public List<Link> of(String language) {
        Messages.Texts texts = messages.in(language);
        return List.of(
                new Link(texts.of("notices.profile.title"), "/account/profile"),
                new Link(texts.of("notices.follows.title"), "/account/follows"));
    }
}
