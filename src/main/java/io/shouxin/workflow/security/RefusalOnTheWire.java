package io.shouxin.workflow.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusalNotice;
import io.shouxin.workflow.engine.RefusedActs;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Tells a refusal plainly. The engine's REST API, for the webapps and for programs alike, wraps what a form command
 * refused into an internal error with a stack of engine words; here it becomes a 422 problem in the user's language.
 */
@Configuration(proxyBeanMethods = false)
class RefusalOnTheWire {

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> refusalFilter(RefusalNotice notice, ObjectProvider<RefusedActs> refusedActs, ObjectMapper json) {
        FilterRegistrationBean<OncePerRequestFilter> registration = new FilterRegistrationBean<>(new Translation(notice, refusedActs, json));
        registration.addUrlPatterns("/camunda/api/engine/*", "/engine-rest/*");
        registration.setOrder(0);
        return registration;
    }

    /** As H2, MySQL and MariaDB say it. */
    private static final Pattern UNIQUE_KEY_TAKEN = Pattern.compile("Unique index or primary key violation|Duplicate entry");

    private static final class Translation extends OncePerRequestFilter {

        private static final Pattern TASK = Pattern.compile("/task/([^/]+)/(?:submit-form|complete)$");
        private static final PersonId NOBODY = new PersonId("visitor");

        private final RefusalNotice notice;
        private final ObjectProvider<RefusedActs> refusedActs;
        private final ObjectMapper json;

        private Translation(RefusalNotice notice, ObjectProvider<RefusedActs> refusedActs, ObjectMapper json) {
            this.notice = notice;
            this.refusedActs = refusedActs;
            this.json = json;
        }

        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            return request.getMethod().equals("GET") || request.getMethod().equals("HEAD") || request.getMethod().equals("OPTIONS");
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            ContentCachingResponseWrapper held = new ContentCachingResponseWrapper(response);
            RefusalSeen.forget();
            try {
                chain.doFilter(request, held);
                if (held.getStatus() >= 400) {
                    translate(held, request);
                }
            } finally {
                RefusalSeen.forget();
                held.copyBodyToResponse();
            }
        }

        private void translate(ContentCachingResponseWrapper held, HttpServletRequest request) throws IOException {
            List<Refusal> refusals = RefusalSeen.refusals();
            String engineSays = new String(held.getContentAsByteArray(), StandardCharsets.UTF_8);
            if (!refusals.isEmpty()) {
                answer(held, 422, refusals, request);
            } else if (engineSays.contains("OptimisticLocking") || UNIQUE_KEY_TAKEN.matcher(engineSays).find()) {
                answer(held, 409, List.of(Refusal.of("CHANGED_MEANWHILE")), request);
            } else if (engineSays.contains("Cannot find task with id")) {
                answer(held, 409, List.of(Refusal.of("TASK_GONE")), request);
                Matcher task = TASK.matcher(request.getRequestURI());
                if (task.find()) {
                    refusedActs.getObject().noteGone(task.group(1), actor(request));
                }
            } else if (engineSays.contains("AuthorizationException")) {
                answer(held, 403, List.of(Refusal.of("NOT_ALLOWED")), request);
            }
        }

        /** Programs are known by name here; who works in the web pages is known to the engine only, and it has let go of him. */
        private static PersonId actor(HttpServletRequest request) {
            return request.getUserPrincipal() == null ? NOBODY : new PersonId(request.getUserPrincipal().getName());
        }

        private void answer(ContentCachingResponseWrapper held, int status, List<Refusal> refusals, HttpServletRequest request)
                throws IOException {
            Map<String, Object> body = notice.body(refusals, request.getLocale());
            body.put("status", status);
            held.reset();
            held.setStatus(status);
            held.setContentType("application/json");
            held.setCharacterEncoding("UTF-8");
            json.writeValue(held.getOutputStream(), body);
        }
    }
}
