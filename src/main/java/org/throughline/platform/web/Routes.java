package org.throughline.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.http.server.PathContainer.Element;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.stereotype.Component;
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

        private final Map<RequestMappingInfo, Set<String>> firstWords = new ConcurrentHashMap<>();

        @Override
        protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo info, HttpServletRequest request) {
            Set<String> words = firstWords.computeIfAbsent(info, ByFirstWord::firstWords);
            if (!words.contains(ANY) && !words.contains(firstWord(request))) return null;
            return super.getMatchingMapping(info, request);
        }

        private static Set<String> firstWords(RequestMappingInfo info) {
            return info.getPatternValues().stream().map(ByFirstWord::firstWord).collect(Collectors.toUnmodifiableSet());
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
