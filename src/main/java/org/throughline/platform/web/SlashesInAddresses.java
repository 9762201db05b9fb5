package org.throughline.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Names of things that have a slash in them, such as a document's symbol, stand in addresses with the slash
/// itself. Who wrote it as `%2F`, as programs do with every name, is led to that address; elsewhere it stays
/// refused.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class SlashesInAddresses extends OncePerRequestFilter {

    private static final Pattern WHOSE_NAMES_HAVE_SLASHES =
            Pattern.compile("(/(ar|zh|en|fr|ru|es)|/api/v1)?/documents/[^?#]+");
    private static final Pattern ENCODED = Pattern.compile("%2[fF]");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String address = request.getRequestURI();
        boolean encoded = address.contains("%2F") || address.contains("%2f");
        if (!encoded
                || address.contains("..")
                || !WHOSE_NAMES_HAVE_SLASHES.matcher(address).matches()) {
            chain.doFilter(request, response);
            return;
        }
        String query = request.getQueryString();
        response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
        response.setHeader("Location", ENCODED.matcher(address).replaceAll("/") + (query == null ? "" : "?" + query));
    }

    /// The container would refuse such an address before anything of ours is asked; passed on, the firewall
    /// refuses it.
    @Configuration(proxyBeanMethods = false)
    static class SlashSetup {

        @Bean
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> slashesArePassedOn() {
            return factory -> factory.addConnectorCustomizers(
                    connector -> connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue()));
        }
    }
}
