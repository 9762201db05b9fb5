package org.throughline.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.throughline.platform.Messages;
import org.throughline.platform.Settings;
import org.throughline.platform.access.AccessGuard;

/// Gives a handler the [Frame] of its request when it asks for one.
@Component
public class FrameResolver implements HandlerMethodArgumentResolver {

    private static final String NOTICE = "throughline.notice";

    private final Messages messages;
    private final Settings settings;

    FrameResolver(Messages messages, Settings settings) {
        this.messages = messages;
        this.settings = settings;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Frame.class;
    }

    @Override
    public Frame resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return frameOf(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
    }

    /// The frame of any request, for pages that no handler makes, such as errors.
    public Frame frameOf(HttpServletRequest request) {
        String query = request.getQueryString();
        return new Frame(
                settings.name(),
                messages.in(LanguageFilter.languageOf(request)),
                request.getRequestURI(),
                query == null ? "" : query,
                AccessGuard.viewer(),
                () -> csrfOf(request),
                noticeOf(request),
                settings.demo());
    }

    private static @Nullable String csrfOf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : null;
    }

    private static @Nullable String noticeOf(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !"GET".equals(request.getMethod())) return null;
        Object notice = session.getAttribute(NOTICE);
        if (notice != null) session.removeAttribute(NOTICE);
        if (notice != null && request.getAttribute(PageStore.RECORDING) instanceof PageStore.Recording recording)
            recording.personal = true;
        return (String) notice;
    }

    /// Whether a sentence waits for the next page the reader sees.
    static boolean hasNotice(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(NOTICE) != null;
    }

    /// Leaves a sentence for the next page the reader sees, such as "Your draft is saved".
    public static void notice(HttpServletRequest request, String sentence) {
        request.getSession().setAttribute(NOTICE, sentence);
    }

    @Configuration(proxyBeanMethods = false)
    static class Registration implements WebMvcConfigurer {

        private final FrameResolver frames;

        Registration(FrameResolver frames) {
            this.frames = frames;
        }

        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(frames);
        }
    }
}
