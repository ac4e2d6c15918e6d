package io.shouxin.workflow.security;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.util.UrlPathHelper;

/**
 * A link to a page there is not is a wrong link and no breakdown. Left to themselves the webapps look for its file and fail, before anybody
 * has signed in, with a stack trace in the log each time.
 */
@Configuration(proxyBeanMethods = false)
class MissingPages {

    private static final String FILES = "classpath*:META-INF/resources/webjars/camunda/app/*/index.html";
    private static final Pattern FILE = Pattern.compile(".*/camunda/app/([^/]+)/index\\.html");
    private static final Pattern LINK = Pattern.compile("/camunda/app/([^/]+)(?:/.*)?", Pattern.DOTALL);

    @Bean
    FilterRegistrationBean<Filter> missingPageFilter() throws IOException {
        Set<String> pages = pages();
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
            Matcher link = LINK.matcher(new UrlPathHelper().getPathWithinApplication((HttpServletRequest) request));
            if (link.matches() && !pages.contains(link.group(1))) {
                ((HttpServletResponse) response).sendError(HttpServletResponse.SC_NOT_FOUND);
            } else {
                chain.doFilter(request, response);
            }
        });
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        registration.addUrlPatterns("/camunda/app/*");
        return registration;
    }

    private static Set<String> pages() throws IOException {
        Set<String> pages = new TreeSet<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
            Matcher page = FILE.matcher(file.getURL().getPath());
            if (page.matches()) {
                pages.add(page.group(1));
            }
        }
        return pages;
    }
}
