package org.throughline.stocktaking.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/// An address that has moved for good.
final class Moved {

    private Moved() {}

    static ModelAndView to(String address) {
        return new ModelAndView((model, request, response) -> {
            response.setStatus(HttpStatus.MOVED_PERMANENTLY.value());
            response.setHeader("Location", address);
        });
    }
}
