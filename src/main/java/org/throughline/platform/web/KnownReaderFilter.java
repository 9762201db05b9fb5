package org.throughline.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.throughline.platform.web.PageStore.StoredPage;

/// Shows a kept page that is the same for all to a reader who carries a session, with the reader's own corner. It
/// stands behind the security filters, which know who that is.
@Component
@Order(SecurityFilterProperties.DEFAULT_FILTER_ORDER + 10)
class KnownReaderFilter extends OncePerRequestFilter {

    /// The attribute under which a request says where its page would be kept.
    static final String KEY = KnownReaderFilter.class.getName();

    private final PageStore store;
    private final FrameResolver frames;

    KnownReaderFilter(PageStore store, FrameResolver frames) {
        this.store = store;
        this.frames = frames;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        StoredPage page = request.getAttribute(KEY) instanceof String key ? store.find(key) : null;
        byte[] body = page == null || !page.sameForAll() || FrameResolver.hasNotice(request)
                ? null
                : ReadersCorner.exchange(store.plain(page), ReadersCorner.of(frames.frameOf(request)));
        if (body == null) {
            chain.doFilter(request, response);
            return;
        }
        page.headers().forEach(response::setHeader);
        response.setContentType(page.contentType());
        Gzip.send(body, request, response);
    }
}
