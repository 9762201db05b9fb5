package org.throughline.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.OpenToAll;

/// Errors that never reach a handler: an unknown address, a body over the limit, a missing form token, a database
/// that is away when a session or a token is looked up.
@Controller
class LastResort implements ErrorController {

    @OpenToAll
    @RequestMapping("/error")
    Object error(HttpServletRequest request) throws Exception {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int status = code instanceof Integer number ? number : 404;
        if (status >= 500 && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Exception failure)
            throw failure instanceof ServletException wrapped && wrapped.getCause() instanceof Exception cause
                    ? cause
                    : failure;
        throw switch (status) {
            case 403 -> new Refusal("form-expired", 403, "platform.problem.form-expired");
            case 404 -> Refusal.notFound();
            case 413 -> Refusal.tooLarge();
            default ->
                status < 500
                        ? new Refusal("bad-request", status, "platform.problem.bad-request")
                        : new Refusal("failure", 500, "platform.problem.failure", "–");
        };
    }
}
