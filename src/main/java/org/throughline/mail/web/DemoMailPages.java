package org.throughline.mail.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.mail.DemoMail;
import org.throughline.mail.web.DemoMailPage.Shown;
import org.throughline.platform.Settings;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Pages;

/// Shows the mail of a demonstration; no such page elsewhere.
@Controller
class DemoMailPages {

    private final DemoMail mail;
    private final Links links;

    DemoMailPages(DemoMail mail, Settings settings) {
        this.mail = mail;
        this.links = new Links(settings.publicUrl());
    }

    @OpenToAll
    @GetMapping("/demo/mail")
    ModelAndView list(@RequestParam(defaultValue = "") String to, Frame frame) {
        List<Shown> shown = mail.newest(to).stream().map(this::shown).toList();
        return Pages.show(frame, "mail/web/demo-mail", new DemoMailPage(to.strip(), shown));
    }

    private Shown shown(DemoMail.Message message) {
        return new Shown(
                message.to(), message.language(), message.subject(), message.createdAt(), links.pieces(message.text()));
    }
}
