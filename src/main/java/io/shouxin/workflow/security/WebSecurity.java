package io.shouxin.workflow.security;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Three doors. Programs come in by HTTP Basic to {@code /api} and {@code /engine-rest}; people come in by the webapps'
 * own login, CSRF and headers under {@code /camunda}; everything else is shut.
 */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

    @Bean
    @Order(1)
    SecurityFilterChain doorForPrograms(HttpSecurity http, IdentityService identity) throws Exception {
        EngineLogin login = new EngineLogin(identity);
        return http.securityMatcher(anyOf("/api/**", "/engine-rest/**"))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .httpBasic(Customizer.withDefaults())
                .authenticationProvider(login)
                .addFilterAfter(login, AuthorizationFilter.class)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain doorForPeople(HttpSecurity http) throws Exception {
        return http.securityMatcher(anyOf("/camunda/**", "/forms/**", "/webjars/**", "/favicon.ico", "/"))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain doorForOperations(HttpSecurity http, IdentityService identity, @Value("${shouxin.demo:false}") boolean demo)
            throws Exception {
        return http.securityMatcher(anyOf("/actuator/**"))
                .authorizeHttpRequests(requests -> {
                    requests.requestMatchers(path(HttpMethod.GET, "/actuator/health"), path(HttpMethod.GET, "/actuator/health/**")).permitAll();
                    if (demo) {
                        requests.requestMatchers(path(HttpMethod.GET, "/actuator/prometheus")).permitAll();
                    }
                    requests.anyRequest().authenticated();
                })
                .httpBasic(Customizer.withDefaults())
                .authenticationProvider(new EngineLogin(identity))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain allOtherDoorsAreShut(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests
                        .requestMatchers(anyOf("/error")).permitAll()
                        .anyRequest().denyAll())
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    private static RequestMatcher anyOf(String... paths) {
        RequestMatcher[] matchers = new RequestMatcher[paths.length];
        for (int i = 0; i < paths.length; i++) {
            matchers[i] = PathPatternRequestMatcher.withDefaults().matcher(paths[i]);
        }
        return new OrRequestMatcher(matchers);
    }

    private static RequestMatcher path(HttpMethod method, String path) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, path);
    }
}
