package io.shouxin.workflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Browser;
import io.shouxin.testkit.Forms;
import io.shouxin.testkit.ProcessTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The log of faults holds faults. */
@ApplicationTest
@ProcessTest
class RefusalInTheLogTest {

    @Autowired
    private Bank bank;

    @LocalServerPort
    private int port;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        ((Logger) LoggerFactory.getLogger(RefusalInTheLog.OF_THE_ENGINE)).addAppender(log);
    }

    @AfterEach
    void stopListening() {
        ((Logger) LoggerFactory.getLogger(RefusalInTheLog.OF_THE_ENGINE)).detachAppender(log);
    }

    @Test
    void aRefusedFormIsNoFaultAndAFaultIsWritten() {
        ApplicationCase file = bank.anApplication().started();
        Browser tasklist = Browser.tasklist(port, file.applicant(), Bank.PASSWORD, "zh-CN");
        String task = file.task("user_complete-application").getId();

        assertThat(tasklist.submit(task, Forms.application(Forms.facility("-5", List.of()), null)).status()).isEqualTo(422);
        assertThat(log.list).isEmpty();

        assertThat(tasklist.submit("no-such-task", Map.of()).status()).isGreaterThanOrEqualTo(400);
        assertThat(log.list).isNotEmpty();
    }
}
