package io.shouxin.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.adjustment.LimitChangeCause;
import io.shouxin.adjustment.LimitChangeForm;
import io.shouxin.adjustment.LimitChangeKind;
import io.shouxin.adjustment.LimitChangeReason;
import io.shouxin.adjustment.RequestLimitChange;
import io.shouxin.customer.CustomerKind;
import io.shouxin.customer.EnterpriseSize;
import io.shouxin.customer.IdentifierType;
import io.shouxin.customer.RegisterCustomer;
import io.shouxin.customer.StatementBasis;
import io.shouxin.customer.StatementItem;
import io.shouxin.customer.StatementSheet;
import io.shouxin.document.ReceiveDocument;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import io.shouxin.origination.FacilityKind;
import io.shouxin.origination.OpenApplication;
import io.shouxin.rating.Grade;
import io.shouxin.rating.RatingView;
import io.shouxin.rating.RequestOverride;
import io.shouxin.rating.Screening;
import io.shouxin.rating.ScreeningDesk;
import io.shouxin.review.ReviewTrigger;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Firm;
import io.shouxin.testkit.LimitCase;
import io.shouxin.testkit.ProcessTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two do the same at the same moment, in transactions of their own: one is let in, the other refused in words. */
@ApplicationTest
@ProcessTest
class SimultaneousTest {

    private static final PersonId RM = new PersonId("rm");
    private static final PersonId ANALYST = new PersonId("analyst");

    @Autowired
    private Bank bank;
    @Autowired
    private ScreeningDesk screenings;
    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void oneIdentifierIsRegisteredOnce() {
        Firm firm = Firm.firm();
        List<Refusal> refusals = refusedToTheSlower(() -> bank.register.register(wish(firm, null), RM));

        String holder = bank.register.findByIdentifier(IdentifierType.UNIFIED_SOCIAL_CREDIT_CODE, firm.code()).orElseThrow().id().value();
        assertThat(refusals).containsExactly(Refusal.of("CUSTOMER_ALREADY_REGISTERED").at("identifier").with("customerId", holder));
    }

    @Test
    void oneGroupNameIsTakenOnceThoughTheFirmsDiffer() {
        Firm one = Firm.firm();
        Firm other = Firm.firm();
        String group = "并行集团" + one.code();
        List<Refusal> refusals = refusedToTheSlower(() -> bank.register.register(wish(one, group), RM),
                () -> bank.register.register(wish(other, group), RM));

        assertThat(refusals).containsExactly(Refusal.of("CHANGED_MEANWHILE"));
        assertThat(bank.register.register(wish(other, group), RM).isDone()).as("tried again").isTrue();
    }

    @Test
    void oneApplicationIsOpenPerCustomerAndPurpose() {
        CustomerId customer = bank.enter(Firm.firm());
        List<Refusal> refusals = refusedToTheSlower(() -> bank.applications.open(OpenApplication.of(customer,
                FacilityKind.LENDING, "WORKING_CAPITAL_LOAN", new BigDecimal("1000000")), RM));

        String open = bank.applications.of(customer).get(0).applicationId().value();
        assertThat(refusals).containsExactly(Refusal.of("OPEN_APPLICATION_EXISTS").with("applicationId", open).at("product"));
    }

    @Test
    void anApplicationIsScreenedOnceThoughItsStepRunsTwice() {
        ApplicationCase file = bank.anApplication().of(Firm.firm().overdueToday(120)).started();
        Supplier<Outcome<Screening>> step = () -> Outcome.done(screenings.screen(file.customer(), file.number(), bank.clock.today(), ANALYST));

        assertThatThrownBy(() -> theSlower(step, step)).as("tried again by the engine").hasCauseInstanceOf(DuplicateKeyException.class);
        assertThat(bank.ratings.of(file.customer())).hasSize(1);
        assertThat(step.get().orElseThrow().rating()).contains(bank.ratings.of(file.customer()).get(0).id());
        assertThat(bank.audit.of(file.number())).filteredOn(entry -> entry.act().equals("APPLICATION_SCREENED")).hasSize(1);
    }

    @Test
    void oneReviewIsOpenPerCustomer() {
        CustomerId customer = bank.anApplication().active().customer();
        List<Refusal> refusals = refusedToTheSlower(() -> bank.reviews.open(customer, ReviewTrigger.MANUAL, ANALYST));

        assertThat(refusals).singleElement().satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo("REVIEW_ALREADY_OPEN");
            assertThat(refusal.arguments()).containsEntry("reviewId", bank.reviews.of(customer).get(0).reviewId().value());
        });
    }

    @Test
    void oneOverrideIsOpenPerCustomer() {
        CustomerId customer = bank.anApplication().judged("STRONG").assessed().customer();
        RatingView rating = bank.ratings.latest(customer).orElseThrow();
        List<Refusal> refusals = refusedToTheSlower(() -> bank.overrides.request(new RequestOverride(customer, rating.id(),
                Grade.values()[rating.grade().ordinal() + 1], "ADVERSE_NEWS", "主要客户已提起诉讼并申请冻结账户，法院公告已核对。", "法院公告",
                bank.clock.today(), Optional.empty()), ANALYST));

        assertThat(refusals).containsExactly(Refusal.of("OVERRIDE_ALREADY_OPEN").at("customerId")
                .with("overrideId", bank.overrides.of(customer).get(0).id()));
    }

    @Test
    void oneRaiseIsOpenPerAccount() {
        ApplicationCase credit = bank.anApplication().active();
        LimitCase.draw(credit, "1000000");
        RequestLimitChange raise = new LimitChangeForm(credit.customer().value(), "CUSTOMER:" + credit.customer(), LimitChangeKind.INCREASE,
                new BigDecimal("1800000"), null, false, LimitChangeCause.CUSTOMER, LimitChangeReason.FUNDING_NEED, "订单增加，已核对采购合同。", null).command();
        List<Refusal> refusals = refusedToTheSlower(() -> bank.limitChanges.propose(raise, ANALYST), () -> bank.limitChanges.propose(raise, RM));

        assertThat(refusals).singleElement().satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo("LIMIT_CHANGE_ALREADY_OPEN");
            assertThat(refusal.arguments()).containsEntry("change", bank.limitChanges.of(credit.customer()).get(0).id().value());
        });
    }

    @Test
    void oneStatementIsKeptPerPeriod() {
        CustomerId customer = bank.register.register(wish(Firm.firm(), null), RM).orElseThrow().id();
        StatementSheet sheet = new StatementSheet(LocalDate.of(2020, 12, 31), 12, StatementBasis.AUDITED, "CNY",
                Map.of(StatementItem.CASH, new BigDecimal("5")));
        List<Refusal> refusals = refusedToTheSlower(() -> bank.statements.saveDraft(customer, sheet, ANALYST));

        assertThat(refusals).containsExactly(Refusal.of("CHANGED_MEANWHILE"));
        assertThat(bank.statements.of(customer)).hasSize(1);
    }

    @Test
    void twoUploadsOfOneKindTakeTurnsAndTheLaterReplacesTheEarlier() {
        ApplicationCase file = bank.anApplication().submitted();
        ReceiveDocument licence = new ReceiveDocument(file.number(), "BUSINESS_LICENCE", "a.pdf", "application/pdf", ApplicationCase.PDF);

        assertThat(theSlower(() -> bank.documents.receive(licence, RM), () -> bank.documents.receive(licence, RM)).isDone()).isTrue();
        assertThat(bank.documents.of(file.number())).filteredOn(document -> document.kind().equals("BUSINESS_LICENCE")).hasSize(2)
                .element(1).satisfies(later -> assertThat(later.replaces()).isNotNull());
    }

    private List<Refusal> refusedToTheSlower(Supplier<? extends Outcome<?>> act) {
        return refusedToTheSlower(act, act);
    }

    private List<Refusal> refusedToTheSlower(Supplier<? extends Outcome<?>> first, Supplier<? extends Outcome<?>> second) {
        Outcome<?> slower = theSlower(first, second);
        assertThat(slower.isDone()).as("done by both").isFalse();
        return slower.refusals();
    }

    /** The first has written and not yet committed when the second looks and sees nothing. */
    private Outcome<?> theSlower(Supplier<? extends Outcome<?>> first, Supplier<? extends Outcome<?>> second) {
        CountDownLatch written = new CountDownLatch(1);
        CompletableFuture<Outcome<?>> slower = CompletableFuture.supplyAsync(() -> {
            await(written);
            try {
                return second.get();
            } catch (RefusedException refused) {
                return Outcome.refused(refused.refusals());
            }
        });
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            first.get().orElseThrow();
            written.countDown();
            // Long enough for the second to have looked and to wait for the unique key; it waits at most a second.
            pause();
        });
        return slower.orTimeout(30, TimeUnit.SECONDS).join();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the first never wrote");
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static RegisterCustomer wish(Firm firm, String group) {
        return new RegisterCustomer(CustomerKind.ENTERPRISE, firm.name(), IdentifierType.UNIFIED_SOCIAL_CREDIT_CODE, firm.code(), "C34",
                "上海市", LocalDate.of(2012, 4, 18), 260, EnterpriseSize.MEDIUM, null, null, group);
    }
}
