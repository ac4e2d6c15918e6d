package io.shouxin.workflow.room;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.shouxin.creditroom.RoomDesk;
import io.shouxin.document.DocumentDesk;
import io.shouxin.kernel.RefusalNotice;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The customers' own door, beside those of programs, people and operations. */
@Configuration(proxyBeanMethods = false)
class RoomAccess implements WebMvcConfigurer {

    /** Nothing from elsewhere, nothing in line, no frame around it, no address handed on. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    @Order(0)
    SecurityFilterChain doorForCustomers(HttpSecurity http, RoomDesk rooms, DocumentDesk documents, IdentityService identity, RefusalNotice notice,
            ObjectMapper json) throws Exception {
        return http.securityMatcher(PathPatternRequestMatcher.withDefaults().matcher("/room/**"))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                // A cookie of the strict kind and a header of its own for every change stand in for a token.
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .addFilterAfter(new RoomDoor(rooms, documents, identity, notice, json), AuthorizationFilter.class)
                .build();
    }

    @Override
    public void addViewControllers(ViewControllerRegistry views) {
        views.addRedirectViewController("/room", "/room/");
        views.addViewController("/room/").setViewName("forward:/room/index.html");
    }
}
