package io.shouxin.e2e;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Hands the one browser of all tests to those that ask for it, and keeps what was on its screens when a test fails. */
final class BrowserExtension implements ParameterResolver, TestExecutionExceptionHandler {

    private static final Path EVIDENCE = Path.of("target/browser-failures");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Chromium.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return opened(context).browser;
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        opened(context).browser.photograph(EVIDENCE, context.getRequiredTestMethod().getName());
        throw failure;
    }

    private static Opened opened(ExtensionContext context) {
        String port = SpringExtension.getApplicationContext(context).getEnvironment().getProperty("local.server.port");
        return context.getRoot().getStore(Namespace.create(BrowserExtension.class))
                .getOrComputeIfAbsent(Opened.class, key -> new Opened(new Chromium("http://localhost:" + port)), Opened.class);
    }

    private record Opened(Chromium browser) implements CloseableResource {
        @Override
        public void close() {
            browser.close();
        }
    }
}
