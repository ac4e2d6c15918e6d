package io.shouxin.workflow.security;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/**
 * Gives each request to the webapps its own content-security nonce. The webapps keep it in the servlet context, one for
 * all requests, so that under load pages came with another request's nonce and stayed blank.
 */
@Configuration(proxyBeanMethods = false)
class NoncePerRequest {

    private static final String NONCE = "org.camunda.bpm.csp.nonce";

    @Bean
    FilterRegistrationBean<Filter> nonceFilter() {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(NoncePerRequest::filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        registration.addUrlPatterns("/camunda/*");
        return registration;
    }

    private static void filter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException, ServletException {
        chain.doFilter(new OwnNonce((HttpServletRequest) request), response);
    }

    private static final class OwnNonce extends HttpServletRequestWrapper {

        private Object nonce;

        private OwnNonce(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletContext getServletContext() {
            ServletContext shared = super.getServletContext();
            return (ServletContext) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {ServletContext.class},
                    (proxy, method, arguments) -> {
                        boolean concernsNonce = arguments != null && arguments.length > 0 && NONCE.equals(arguments[0]);
                        if (concernsNonce && method.getName().equals("getAttribute")) {
                            return nonce;
                        }
                        if (concernsNonce && method.getName().equals("setAttribute")) {
                            nonce = arguments[1];
                            return null;
                        }
                        try {
                            return method.invoke(shared, arguments);
                        } catch (InvocationTargetException failed) {
                            throw failed.getCause();
                        }
                    });
        }
    }
}
