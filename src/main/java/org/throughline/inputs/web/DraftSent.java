package org.throughline.inputs.web;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.inputs.InputId;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Pages;

/// Somebody looks at a page of a draft that was sent meanwhile: they are led to its receipt.
final class DraftSent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient InputId input;

    DraftSent(InputId input) {
        super("sent");
        this.input = input;
    }

    @ControllerAdvice
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static class ToReceipt {

        private final FrameResolver frames;

        ToReceipt(FrameResolver frames) {
            this.frames = frames;
        }

        @ExceptionHandler
        ModelAndView sent(DraftSent e, jakarta.servlet.http.HttpServletRequest request) {
            return Pages.goTo(frames.frameOf(request), "/inputs/" + e.input.value() + "/receipt");
        }
    }
}
