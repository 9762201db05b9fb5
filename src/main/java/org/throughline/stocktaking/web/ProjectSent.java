package org.throughline.stocktaking.web;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Pages;

/// Somebody looks at a page of a draft that was sent meanwhile: they are led to its receipt.
final class ProjectSent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long number;

    ProjectSent(long number) {
        super("sent");
        this.number = number;
    }

    @ControllerAdvice
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static class ToItsReceipt {

        private final FrameResolver frames;

        ToItsReceipt(FrameResolver frames) {
            this.frames = frames;
        }

        @ExceptionHandler
        ModelAndView sent(ProjectSent e, jakarta.servlet.http.HttpServletRequest request) {
            return Pages.goTo(frames.frameOf(request), "/my/projects/" + e.number + "/receipt");
        }
    }
}
