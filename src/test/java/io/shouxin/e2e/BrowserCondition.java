package io.shouxin.e2e;

import java.nio.file.Files;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Whether there is a browser to test with. Asked before Spring starts. */
final class BrowserCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Files.isExecutable(Chromium.EXECUTABLE)) {
            return ConditionEvaluationResult.enabled(Chromium.EXECUTABLE + " is there");
        }
        String missing = "browser tests need " + Chromium.EXECUTABLE + " (apt-get install -y chromium fonts-noto-cjk)";
        if ("1".equals(System.getenv("SHOUXIN_REQUIRE_BROWSER"))) {
            throw new IllegalStateException(missing + "; SHOUXIN_REQUIRE_BROWSER=1 forbids skipping them");
        }
        return ConditionEvaluationResult.disabled("skipped: " + missing);
    }
}
