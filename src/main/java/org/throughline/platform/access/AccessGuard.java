package org.throughline.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.throughline.platform.Refusal;

/// Holds every handler to what it declares, and refuses a handler that declares nothing.
@Component
public class AccessGuard implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)
                || method.getBeanType().getPackageName().startsWith("org.springframework")) return true;
        if (method.hasMethodAnnotation(OpenToAll.class)) return true;
        Viewer viewer = viewer();
        Requires requires = method.getMethodAnnotation(Requires.class);
        if (requires == null && !method.hasMethodAnnotation(SignedIn.class)) throw Refusal.forbidden();
        if (viewer == null) throw Refusal.signInFirst();
        if (requires != null && Arrays.stream(requires.value()).noneMatch(viewer::may)) throw Refusal.forbidden();
        return true;
    }

    /// The signed-in person of the current request, if there is one.
    public static @Nullable Viewer viewer() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Viewer viewer ? viewer : null;
    }
}
