package org.throughline.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.http.server.PathContainer.Element;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/// Finds the handler of an address among several hundred. Spring compares an address that has a number or a name in
/// it with the pattern of every one; here only those whose pattern begins with the same word are compared.
@Component
class Routes implements WebMvcRegistrations {

    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new ByFirstWord();
    }

    private static final class ByFirstWord extends RequestMappingHandlerMapping {

        private static final String ANY = "";

        private volatile Map<String, Map<RequestMappingInfo, HandlerMethod>> byWord = Map.of();
        private volatile Set<String> direct = Set.of();

        @Override
        public void afterPropertiesSet() {
            super.afterPropertiesSet();
            Map<String, Map<RequestMappingInfo, HandlerMethod>> all = new HashMap<>();
            getHandlerMethods()
                    .forEach((info, method) -> info.getPatternValues()
                            .forEach(pattern -> all.computeIfAbsent(firstWord(pattern), word -> new HashMap<>())
                                    .put(info, method)));
            byWord = all;
            direct = getHandlerMethods().keySet().stream()
                    .flatMap(info -> info.getDirectPaths().stream())
                    .collect(Collectors.toUnmodifiableSet());
        }

        // Where exactly one fits, that is what Spring would find among all of them; anything else is left to it.
        @Override
        protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request)
                throws Exception {
            if (direct.contains(path)) return super.lookupHandlerMethod(path, request);
            RequestMappingInfo found = null;
            HandlerMethod method = null;
            for (String word : List.of(firstWord(request), ANY)) {
                for (var one : byWord.getOrDefault(word, Map.of()).entrySet()) {
                    RequestMappingInfo match = getMatchingMapping(one.getKey(), request);
                    if (match == null) continue;
                    if (found != null) return super.lookupHandlerMethod(path, request);
                    found = match;
                    method = one.getValue();
                }
            }
            if (found == null || CorsUtils.isPreFlightRequest(request)) return super.lookupHandlerMethod(path, request);
            request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, method);
            handleMatch(found, path, request);
            return method;
        }

        private static String firstWord(String pattern) {
            int end = pattern.indexOf('/', 1);
            String word = pattern.substring(Math.min(1, pattern.length()), end < 0 ? pattern.length() : end);
            return word.chars().anyMatch(c -> "{}*?".indexOf(c) >= 0) ? ANY : word;
        }

        // As a pattern sees it: decoded, and without what stands behind a semicolon.
        private static String firstWord(HttpServletRequest request) {
            for (Element element : ServletRequestPathUtils.getParsedRequestPath(request)
                    .pathWithinApplication()
                    .elements()) if (element instanceof PathSegment segment) return segment.valueToMatch();
            return ANY;
        }
    }
}
