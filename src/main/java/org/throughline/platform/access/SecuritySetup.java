package org.throughline.platform.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.throughline.platform.Refusal;

/// Sessions, CSRF tokens and headers by the framework: pages by session, `/api` by bearer token without a session.
@Configuration(proxyBeanMethods = false)
class SecuritySetup implements WebMvcConfigurer {

    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final AccessGuard guard;
    private final RefusalAnswer answer;
    private final BodyLimit limit;
    private final BodyBudget budget;

    SecuritySetup(
            AccessGuard guard,
            RefusalAnswer answer,
            @Value("${spring.servlet.multipart.max-request-size}") DataSize largest) {
        this.guard = guard;
        this.answer = answer;
        this.limit = new BodyLimit(largest, answer);
        this.budget = new BodyBudget(32 << 20, answer);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(guard);
    }

    @Bean
    SecurityContextRepository securityContextRepository() {
        return new HttpSessionSecurityContextRepository();
    }

    /// Signing in is the directory's own handler; no other way may authenticate.
    @Bean
    AuthenticationManager authenticationManager() {
        return authentication -> {
            throw new org.springframework.security.authentication.AuthenticationServiceException("Sign in by the page");
        };
    }

    @Bean
    @org.springframework.core.annotation.Order(1)
    SecurityFilterChain api(HttpSecurity http, ObjectProvider<TokenSource> tokens) throws Exception {
        return common(http.securityMatcher(request -> request.getRequestURI().startsWith("/api/")))
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new BearerTokens(tokens, answer), AuthorizationFilter.class)
                .addFilterAfter(budget, BearerTokens.class)
                .build();
    }

    @Bean
    @org.springframework.core.annotation.Order(2)
    SecurityFilterChain pages(
            HttpSecurity http, SecurityContextRepository contexts, ObjectProvider<HarmlessPost> harmless)
            throws Exception {
        return common(http)
                .addFilterBefore(budget, CsrfFilter.class)
                .securityContext(context -> context.securityContextRepository(contexts))
                // Looking for the token in a body that is refused anyway would read it, and blame the form's age.
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(request -> CsrfFilter.DEFAULT_CSRF_MATCHER.matches(
                                request)
                        && !limit.isExceededBy(request)
                        && !FormOrigin.isHandedBack(request)
                        && !LinkedByMail.is(request)
                        && harmless.orderedStream().noneMatch(one -> one.path().equals(request.getRequestURI()))))
                .exceptionHandling(handling -> handling.accessDeniedHandler(
                        (request, response, denied) -> answer.give(new FormExpired(), request, response)))
                .build();
    }

    // What a handler may be called by is declared on the handler and held by AccessGuard.
    private HttpSecurity common(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .addFilterAfter(limit, CsrfFilter.class)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                policy -> policy.policy("camera=(), microphone=(), geolocation=(), payment=()")));
    }

    /// Reads `Authorization: Bearer …`; a token that is wrong is refused rather than treated as nobody.
    private static final class BearerTokens extends OncePerRequestFilter {

        private final ObjectProvider<TokenSource> tokens;
        private final RefusalAnswer answer;

        BearerTokens(ObjectProvider<TokenSource> tokens, RefusalAnswer answer) {
            this.tokens = tokens;
            this.answer = answer;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            String header = request.getHeader("Authorization");
            if (header != null && header.startsWith("Bearer ")) {
                TokenSource source = tokens.getIfAvailable();
                var holder = source == null
                        ? null
                        : source.holderOf(header.substring(7).strip()).orElse(null);
                if (holder == null) {
                    response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
                    answer.give(new Refusal("invalid-token", 401, "platform.problem.invalid-token"), request, response);
                    return;
                }
                var context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(holder, null, List.of()));
                SecurityContextHolder.setContext(context);
            }
            chain.doFilter(request, response);
        }
    }
}
