package io.shouxin.process;

import static io.shouxin.testkit.CaseAssert.assertThat;
import static io.shouxin.testkit.Refused.codesOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.contract.OfferStatus;
import io.shouxin.kernel.Rate;
import io.shouxin.origination.ApplicationStatus;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.ProcessTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the customer answers to the offer. */
@ApplicationTest
@ProcessTest
class OfferPathsTest {

    @Autowired
    private Bank bank;

    @Test
    void aCounterOfferIsWorkedOutAnewApprovedAndAccepted() {
        ApplicationCase file = bank.anApplication().offered().answer("COUNTER", "希望期限延长");
        assertThat(file).waitsAt("user_consider-counter-offer").hasStatus(ApplicationStatus.OFFERED);

        file.complete("analyst", "user_consider-counter-offer", Map.of("revise", true));
        assertThat(file).waitsAt("user_enter-data").hasStatus(ApplicationStatus.IN_ASSESSMENT).holdsItsLimit();

        file.judged("WEAK").assessed();
        assertThat(file).waitsAt("user_decide-as-credit-manager");
        assertThat(file.proposal().version()).isEqualTo(2);

        file.active();
        assertThat(file).isOver().hasStatus(ApplicationStatus.ACTIVE).hasAnActiveFacility()
                .hasPassedTimes(2, "service_issue-offer").hasPassedTimes(2, "user_decide-as-credit-manager");
        assertThat(file.offer().round()).isEqualTo(2);
    }

    @Test
    void aCounterOfferThatChangesNothingIsApprovedOnceMore() {
        ApplicationCase file = bank.anApplication().offered().answer("COUNTER", "希望降低利率")
                .complete("analyst", "user_consider-counter-offer", Map.of("revise", true)).active();

        assertThat(file).isOver().hasStatus(ApplicationStatus.ACTIVE).hasAnActiveFacility()
                .hasPassedTimes(2, "user_decide-as-credit-manager").hasPassedTimes(2, "user_answer-offer");
    }

    @Test
    void theBankKeepsItsTermsAndOffersThemAgain() {
        ApplicationCase file = bank.anApplication().offered().answer("COUNTER", "希望降低利率");
        String terms = file.offer().termsHash();

        file.complete("analyst", "user_consider-counter-offer", Map.of("revise", false));
        assertThat(file).waitsAt("user_answer-offer").hasStatus(ApplicationStatus.OFFERED).holdsItsLimit()
                .hasPassedTimes(2, "service_issue-offer").hasPassedTimes(1, "user_decide-as-credit-manager");
        assertThat(file.offer().round()).isEqualTo(2);
        assertThat(file.offer().termsHash()).isEqualTo(terms);
    }

    @Test
    void theBankGivesWayInsideItsAuthorityWithoutANewApproval() {
        ApplicationCase file = bank.anApplication().offered().answer("COUNTER", "希望降低利率");
        Rate approved = file.offer().terms().facilities().get(0).rate();
        String milder = approved.fraction().subtract(new BigDecimal("0.0004")).toPlainString();
        String tooMild = approved.fraction().subtract(new BigDecimal("0.0006")).toPlainString();

        assertThat(codesOf(() -> file.complete("analyst", "user_consider-counter-offer", Map.of("revise", false, "concessions",
                List.of(Map.of("position", 1, "rate", tooMild)))))).containsExactly("BEYOND_AUTHORITY at concessions[1].rate");
        file.complete("analyst", "user_consider-counter-offer", Map.of("revise", false, "concessions",
                List.of(Map.of("position", 1, "rate", milder, "repayment", "ANNUITY"))));

        assertThat(file).waitsAt("user_answer-offer").hasPassedTimes(1, "user_decide-as-credit-manager");
        assertThat(file.offer().round()).isEqualTo(2);
        assertThat(file.offer().sheet().facilities().get(0).rate()).isEqualTo(Rate.of(milder));
        assertThat(file.active()).isOver().hasAnActiveFacility();
        assertThat(bank.facilities.of(file.id()).get(0).rate()).isEqualTo(Rate.of(milder));
    }

    @Test
    void aRefusedOfferEndsTheApplication() {
        ApplicationCase file = bank.anApplication().offered().answer("REFUSE", "已从他行取得贷款");

        assertThat(file).isOver().hasStatus(ApplicationStatus.REFUSED_BY_CUSTOMER).hasReleasedItsLimit().hasALetterFor("OFFER_REFUSED")
                .hasPassed("user_answer-offer", "service_close-application").hasNotPassed("service_draw-up-agreement", "service_expire-offer");
    }

    @Test
    void anOfferNobodyAnswersExpires() {
        ApplicationCase file = bank.anApplication().offered();
        assertThat(file).holdsItsLimit();

        file.letPass(Duration.ofDays(17));
        assertThat(file).isOver().hasStatus(ApplicationStatus.OFFER_EXPIRED).hasReleasedItsLimit().hasALetterFor("OFFER_NOT_ANSWERED")
                .hasPassed("boundary_offer-expired", "service_expire-offer", "service_close-application")
                .hasNotPassed("user_answer-offer", "service_draw-up-agreement");
        assertThat(file.offer().status()).isEqualTo(OfferStatus.EXPIRED);
    }
}
