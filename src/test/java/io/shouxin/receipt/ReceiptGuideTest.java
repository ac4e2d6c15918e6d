package io.shouxin.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Browser;
import io.shouxin.testkit.ProcessTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The commands of the guide on receipts do what the guide says. */
@ApplicationTest
@ProcessTest
class ReceiptGuideTest {

    private static final Pattern CURL = Pattern.compile("^curl .*?-u (\\w+):(\\S+) .*?http://localhost:8080(\\S+)", Pattern.MULTILINE);

    @Autowired
    private Bank bank;
    @LocalServerPort
    private int port;

    @Test
    void everyCurlLineOfTheGuideIsAnswered() throws IOException {
        ApplicationCase file = bank.anApplication().asking("4000000").offered();
        String approval = file.approvals().get(0).id().value();
        List<MatchResult> lines = CURL.matcher(Files.readString(Path.of("docs/guides/receipts.md"))).results().toList();

        assertThat(lines).hasSize(4).allSatisfy(line -> {
            String path = line.group(3).replace("AC-2026-000001", approval);
            assertThat(Browser.program(port, line.group(1), line.group(2), "zh-CN").get(path).status()).as(line.group()).isEqualTo(200);
        });
    }
}
