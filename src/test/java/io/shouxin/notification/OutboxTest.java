package io.shouxin.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.StandingWording;
import io.shouxin.kernel.Wording;
import io.shouxin.testkit.MailServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** Messages by e-mail, handed to a real mail server. */
class OutboxTest {

    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
    private static AnnotationConfigApplicationContext context;
    private static int number;

    private MessageDesk desk;
    private Outbox outbox;
    private MailDelivery delivery;
    private MailServer server;
    private String address;
    private PersonId reader;

    @BeforeAll
    static void open() {
        context = new AnnotationConfigApplicationContext(Beans.class);
    }

    @AfterAll
    static void close() {
        context.close();
    }

    @BeforeEach
    void aReader() {
        desk = context.getBean(MessageDesk.class);
        outbox = context.getBean(Outbox.class);
        delivery = context.getBean(MailDelivery.class);
        server = context.getBean(MailServer.class);
        clockAt(NOW);
        context.getBean(JdbcClient.class).sql("DELETE FROM outgoing_mail").update();
        address = "reader" + ++number + "@bank.example";
        reader = new PersonId("reader" + number);
        prefer(Locale.CHINESE);
    }

    @Test
    void aMessageStandsInTheInboxAndGoesOutByMailInTheReadersLanguage() throws MessagingException {
        prefer(Locale.ENGLISH);
        desk.send(reader, "CA-1/issued", "CA-1", "OFFER_ISSUED");
        assertThat(delivery.deliverWhatIsDue()).isEqualTo(1);

        MimeMessage mail = server.received(address).get(0);
        assertThat(mail.getSubject()).isEqualTo("An offer waits for your answer · CA-1");
        assertThat(MailServer.text(mail)).startsWith("Your offer is ready.").contains("Case number: CA-1", "http://localhost:8080")
                .doesNotContain("{", "}");
        assertThat(desk.inbox(reader)).extracting(MessageDesk.Message::code).containsExactly("OFFER_ISSUED");
        assertThat(only().state()).isEqualTo(MailState.SENT);
    }

    @Test
    void chineseIsReadableAtTheOtherEnd() throws MessagingException {
        desk.send(reader, "CA-2/issued", "CA-2", "OFFER_ISSUED");
        delivery.deliverWhatIsDue();
        MimeMessage mail = server.received(address).get(0);
        assertThat(mail.getSubject()).isEqualTo("要约待您答复 · CA-2");
        assertThat(MailServer.text(mail)).contains("授信要约已发出", "业务编号：CA-2");
    }

    @Test
    void theSameKeyReachesAPersonOnce() {
        assertThat(desk.send(reader, "CA-3/issued", "CA-3", "OFFER_ISSUED")).isTrue();
        assertThat(desk.send(reader, "CA-3/issued", "CA-3", "OFFER_ISSUED")).isFalse();
        delivery.deliverWhatIsDue();
        delivery.deliverWhatIsDue();
        assertThat(server.received(address)).hasSize(1);
    }

    @Test
    void anActThatIsRolledBackSendsNothing() {
        TransactionTemplate act = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        assertThatThrownBy(() -> act.executeWithoutResult(status -> {
            desk.send(reader, "CA-4/issued", "CA-4", "OFFER_ISSUED");
            throw new IllegalStateException("the act failed");
        })).hasMessage("the act failed");
        assertThat(delivery.deliverWhatIsDue()).isZero();
        assertThat(desk.inbox(reader)).isEmpty();
    }

    @Test
    void whoWantsAKindInTheInboxOnlyGetsNoMailOfIt() {
        context.getBean(MessagePreferences.class).choose(new MessagePreference(reader, Optional.of(address), Locale.CHINESE,
                Set.of(MessageKind.PROGRESS))).orElseThrow();
        desk.send(reader, "CA-5/issued", "CA-5", "OFFER_ISSUED");
        desk.send(reader, "LR-5", "LR-5", "LEDGER_DIFFERS");
        delivery.deliverWhatIsDue();
        assertThat(server.received(address)).hasSize(1);
        assertThat(desk.inbox(reader)).hasSize(2);
    }

    @Test
    void aMailServerThatIsAwayIsTriedAgainWithGrowingPausesUnderTheSameName() throws MessagingException {
        desk.send(reader, "CA-6/issued", "CA-6", "OFFER_ISSUED");
        MailDelivery nobodyThere = deliveryTo(MailServer.senderTo(1));
        List<Long> minutes = new ArrayList<>();
        for (int attempt = 1; attempt <= 3; attempt++) {
            assertThat(nobodyThere.deliverWhatIsDue()).isZero();
            OutgoingMail mail = only();
            assertThat(mail.state()).isEqualTo(MailState.FAILED);
            assertThat(mail.attempts()).isEqualTo(attempt);
            assertThat(mail.reason()).contains("127.0.0.1").doesNotContain(address);
            minutes.add(Duration.between(clock().instant(), mail.nextAttemptAt()).toMinutes());
            assertThat(nobodyThere.deliverWhatIsDue()).as("not before its time").isZero();
            clockAt(mail.nextAttemptAt());
        }
        assertThat(minutes).containsExactly(1L, 5L, 15L);
        assertThat(delivery.deliverWhatIsDue()).isEqualTo(1);
        assertThat(only().state()).isEqualTo(MailState.SENT);
        assertThat(only().reason()).isNull();
        assertThat(server.received(address).get(0).getMessageID()).matches("<[0-9a-f]{32}@localhost\\.localdomain>");
    }

    @Test
    void anAddressTheServerWillNeverTakeIsGivenUpAtOnceAndCanBeTriedAgainByAPerson() throws IOException {
        desk.send(reader, "CA-7/issued", "CA-7", "OFFER_ISSUED");
        try (RefusingMailServer refusing = new RefusingMailServer("550 no such mailbox here")) {
            deliveryTo(MailServer.senderTo(refusing.port())).deliverWhatIsDue();
        }
        assertThat(only().state()).isEqualTo(MailState.GIVEN_UP);
        assertThat(only().reason()).contains("no such mailbox");

        outbox.tryAgain(only().id()).orElseThrow();
        assertThat(outbox.tryAgain(only().id()).refusals()).extracting(Refusal::code).containsExactly("MAIL_NOT_GIVEN_UP");
        assertThat(delivery.deliverWhatIsDue()).isEqualTo(1);
        assertThat(only().state()).isEqualTo(MailState.SENT);
    }

    @Test
    void aServerThatIsOnlyBusyIsAskedAgain() throws IOException {
        desk.send(reader, "CA-8/issued", "CA-8", "OFFER_ISSUED");
        try (RefusingMailServer busy = new RefusingMailServer("451 come back later")) {
            deliveryTo(MailServer.senderTo(busy.port())).deliverWhatIsDue();
        }
        assertThat(only().state()).isEqualTo(MailState.FAILED);
    }

    @Test
    void afterTheLastPauseItIsGivenUp() {
        desk.send(reader, "CA-9/issued", "CA-9", "OFFER_ISSUED");
        MailDelivery nobodyThere = deliveryTo(MailServer.senderTo(1));
        for (int attempt = 1; attempt <= 7; attempt++) {
            nobodyThere.deliverWhatIsDue();
            clockAt(clock().instant().plus(Duration.ofHours(13)));
        }
        assertThat(only().state()).isEqualTo(MailState.GIVEN_UP);
        assertThat(only().attempts()).isEqualTo(7);
        assertThat(nobodyThere.deliverWhatIsDue()).isZero();
    }

    @Test
    void ofSeveralNodesOneTakesEachMail() throws Exception {
        for (int mail = 1; mail <= 30; mail++) {
            desk.send(reader, "CA-10/" + mail, "CA-10", "OFFER_ISSUED");
        }
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        List<Future<Integer>> counted = nodes.invokeAll(Collections.<Callable<Integer>>nCopies(4, delivery::deliverWhatIsDue));
        int delivered = 0;
        for (Future<Integer> each : counted) {
            delivered += each.get();
        }
        nodes.shutdown();
        assertThat(delivered).isEqualTo(30);
        assertThat(server.received(address)).hasSize(30);
    }

    @Test
    void whatADyingNodeHadInHandAnotherTakesAfterItsTurn() {
        desk.send(reader, "CA-11/issued", "CA-11", "OFFER_ISSUED");
        assertThat(outbox.take(only().id())).isPresent();
        assertThat(delivery.deliverWhatIsDue()).isZero();
        clockAt(NOW.plus(Outbox.TURN));
        assertThat(delivery.deliverWhatIsDue()).isEqualTo(1);
    }

    @Test
    void withoutAMailServerMessagesStandInTheInboxOnly() {
        try (AnnotationConfigApplicationContext without = new AnnotationConfigApplicationContext(WithoutMailServer.class)) {
            without.getBean(MessagePreferences.class).choose(new MessagePreference(reader, Optional.of(address), Locale.CHINESE, Set.of())).orElseThrow();
            without.getBean(MessageDesk.class).send(reader, "CA-12/issued", "CA-12", "OFFER_ISSUED");
            assertThat(without.getBean(MessageDesk.class).inbox(reader)).hasSize(1);
            assertThat(without.getBean(Outbox.class).page(Optional.empty(), 0, 10)).isEmpty();
            assertThat(without.getBean(Outbox.class).tryAgain(1).refusals()).extracting(Refusal::code).containsExactly("MAIL_OFF");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "finance@example.com          | true",
        "' finance@example.com '      | true",
        "a.b+c@mail.example.com.cn    | true",
        "finance                      | false",
        "finance@localhost            | false",
        "a@example.com,b@example.com  | false",
        "Boss <a@example.com>         | false",
        "财务@example.com              | false",
        "'a@example.com\r\nBcc: b@example.com' | false",
        "a..b@example.com             | false",
        "@example.com                 | false"})
    void takesOneAddressAndNothingAround(String text, boolean taken) {
        assertThat(MailAddress.of(text).isDone()).isEqualTo(taken);
    }

    private void prefer(Locale language) {
        context.getBean(MessagePreferences.class).choose(new MessagePreference(reader, Optional.of(address), language, Set.of())).orElseThrow();
    }

    private OutgoingMail only() {
        List<OutgoingMail> own = outbox.page(Optional.empty(), 0, 500).stream().filter(mail -> mail.recipient().equals(reader.value())).toList();
        assertThat(own).hasSize(1);
        return own.get(0);
    }

    private static MailDelivery deliveryTo(JavaMailSender sender) {
        return new MailDelivery(context.getBean(Outbox.class), new Beans.Given(sender), context.getBean(MailPaper.class));
    }

    private static BusinessClock clock() {
        return context.getBean(BusinessClock.class);
    }

    private static void clockAt(Instant instant) {
        clock().follow(Clock.fixed(instant, BusinessClock.ZONE));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement
    @Import({MessageDesk.class, MessagePreferences.class, Outbox.class, MailDelivery.class, MailPaper.class, MessageWords.class})
    static class WithoutMailServer {

        @Bean
        DataSource dataSource() {
            DataSource source = new EmbeddedDatabaseBuilder().generateUniqueName(true).setType(EmbeddedDatabaseType.H2).build();
            new ResourceDatabasePopulator(new ClassPathResource("db/migration/V013__notification.sql"),
                    new ClassPathResource("db/migration/V132__outbox.sql")).execute(source);
            return source;
        }

        @Bean
        JdbcClient jdbc(DataSource source) {
            return JdbcClient.create(source);
        }

        @Bean
        PlatformTransactionManager transactions(DataSource source) {
            return new DataSourceTransactionManager(source);
        }

        @Bean
        BusinessClock clock() {
            return new BusinessClock(Clock.fixed(NOW, BusinessClock.ZONE));
        }

        @Bean
        Wording wording() {
            return StandingWording.words();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(WithoutMailServer.class)
    static class Beans {

        @Bean
        MailServer mailServer() {
            return new MailServer();
        }

        @Bean
        JavaMailSender mailSender(MailServer server) {
            return server.sender();
        }

        /** That one and no other. */
        record Given(JavaMailSender sender) implements ObjectProvider<JavaMailSender> {
            @Override
            public JavaMailSender getObject() {
                return sender;
            }
        }
    }
}
