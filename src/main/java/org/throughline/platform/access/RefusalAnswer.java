package org.throughline.platform.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// Lets a filter refuse a request in the same words and with the same headers as a handler would.
@Component
final class RefusalAnswer {

    private final ObjectProvider<HandlerExceptionResolver> resolvers;

    RefusalAnswer(@Qualifier("handlerExceptionResolver") ObjectProvider<HandlerExceptionResolver> resolvers) {
        this.resolvers = resolvers;
    }

    void give(RuntimeException refusal, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var answer = resolvers.getObject().resolveException(request, response, null, refusal);
        // Problems answer with a view of their own, or have written JSON already.
        if (answer == null) throw refusal;
        if (answer.getView() == null) return;
        try {
            answer.getView().render(answer.getModel(), request, response);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
