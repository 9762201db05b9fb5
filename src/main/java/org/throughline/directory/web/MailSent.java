package org.throughline.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.directory.EmailAddress;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Pages;

/// "Look into your mailbox": the same words whether or not the address has an account.
@Controller
class MailSent {

    private static final String ADDRESS = "throughline.mail-sent-to";

    static ModelAndView go(Frame frame, EmailAddress to, HttpServletRequest request) {
        request.getSession().setAttribute(ADDRESS, to.value());
        return Pages.goTo(frame, "/sign-in/sent");
    }

    @OpenToAll
    @GetMapping("/sign-in/sent")
    ModelAndView sent(Frame frame, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        String to = session == null ? null : (String) session.getAttribute(ADDRESS);
        return Pages.show(frame, "directory/web/mail-sent", new MailSentPage(to));
    }
}
