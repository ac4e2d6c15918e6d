package io.shouxin.journey;

import static io.shouxin.testkit.CaseAssert.assertThat;
import static io.shouxin.testkit.Firm.firm;
import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.approval.Verdict;
import io.shouxin.kernel.Money;
import io.shouxin.origination.ApplicationStatus;
import io.shouxin.review.ReviewStatus;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Facts;
import io.shouxin.testkit.ProcessTest;
import io.shouxin.testkit.ReviewCase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whole journeys from the start form to the end, the same on every database. */
@ProcessTest
abstract class JourneyTest {

    @Autowired
    private Bank bank;

    @Autowired
    private Facts facts;

    @Test
    void aFirmWithARareNameGetsItsFacility() {
        ApplicationCase file = bank.anApplication().of(firm().named("𠮷祥精密(上海)有限公司").inGroup("𠮷祥集团")).by("𠮷田一郎").asking("1500000")
                .securedBy("GUARANTEE", "𠮷祥控股连带责任保证", "3000000").active();

        assertThat(file).isOver().hasStatus(ApplicationStatus.ACTIVE).hasAnActiveFacility()
                .hasPassed("user_review-agreement", "service_activate-facility");
        assertThat(bank.register.find(file.customer()).orElseThrow().name()).isEqualTo("𠮷祥精密(上海)有限公司");
        assertThat(bank.register.find(file.customer()).orElseThrow().groupName()).isEqualTo("𠮷祥集团");
        assertThat(bank.facilities.facilities(file.customer()).get(0).customerName()).isEqualTo("𠮷祥精密(上海)有限公司");
        assertThat(file.view().form().orElseThrow().facilities().get(0).security().get(0).description()).isEqualTo("𠮷祥控股连带责任保证");
        assertThat(file.agreement().signatures()).extracting("fullName").contains("𠮷田一郎");
    }

    @Test
    void theCommitteesChairStopsALargeApplication() {
        ApplicationCase file = bank.anApplication().of(firm().ofScale(10)).asking("30000000").decidedBy("manager", Verdict.APPROVE)
                .decidedBy("senior", Verdict.APPROVE).decidedBy("director", Verdict.APPROVE).decidedBy("committee3", Verdict.APPROVE)
                .decidedBy("committee1", Verdict.DECLINE);

        assertThat(file).isOver().hasStatus(ApplicationStatus.DECLINED).hasReleasedItsLimit().hasALetterFor("REPAYMENT_ABILITY")
                .hasNotPassed("service_issue-offer");
    }

    @Test
    void aFirmTakesItsApplicationBackWhileItIsOffered() {
        ApplicationCase file = bank.anApplication().offered().withdraw();

        assertThat(file).isOver().hasStatus(ApplicationStatus.WITHDRAWN).hasReleasedItsLimit().hasALetterFor("WITHDRAWN_BY_CUSTOMER");
    }

    @Test
    void anOfferExpiresAndTheFirmAppliesAgain() {
        ApplicationCase file = bank.anApplication().offered().letPass(Duration.ofDays(17));
        assertThat(file).isOver().hasStatus(ApplicationStatus.OFFER_EXPIRED).hasReleasedItsLimit();

        ApplicationCase again = bank.anApplication().ofTheFirmOf(file).asking("900000").offered();
        assertThat(again).waitsAt("user_answer-offer").holdsItsLimit().hasPassed("service_approve-straight-through");
        assertThat(again.active()).isOver().hasAnActiveFacility();
    }

    @Test
    void aReviewLowersTheLimitOfAFirmThatBecameWeaker() {
        ApplicationCase credit = bank.anApplication().asking("1500000").active();
        ReviewCase review = ReviewCase.startedByHand(credit).supplied().assessed("WEAK").approved();

        assertThat(review.isOver()).isTrue();
        assertThat(review.view().status()).isEqualTo(ReviewStatus.APPLIED);
        assertThat(review.account().ceiling()).contains(Money.cny("1200000"));
        assertThat(bank.ledgerHistory.reconcile()).isEmpty();
    }

    /** The engine knows ids and codes; names, numbers, amounts and what people wrote are the domain's alone. */
    @Test
    void theEngineKeepsNeitherNamesNorMoneyNorWords() {
        ApplicationCase file = bank.anApplication().of(firm().named("悄悄精密仪器有限公司").inGroup("悄悄控股")).by("王默默").asking("1537000").offered()
                .answer("COUNTER", "希望期限宽一些").complete("analyst", "user_consider-counter-offer", Map.of("revise", true)).active();
        ReviewCase.startedByHand(file).supplied().assessed("WEAK").approved();

        List<String> secrets = List.of("悄悄", "王默默", file.firm().code(), "1537000", "1,537,000", "希望期限宽一些", "采购原材料",
                "意见如上", "经营稳定", "已审阅", "为汽车主机厂", "STRONG", file.agreement().documentSha256());
        Map<String, List<String>> found = facts.engineTables().stream().filter(JourneyTest::holdsCases)
                .collect(Collectors.toMap(table -> table, table -> secrets.stream().flatMap(secret -> facts.cells(table, secret).stream()).toList()));

        assertThat(found).containsKeys("act_ru_variable", "act_hi_varinst", "act_hi_detail", "act_ge_bytearray", "act_hi_comment",
                "act_hi_taskinst", "act_hi_op_log");
        assertThat(found).allSatisfy((table, cells) -> assertThat(cells).as(table).isEmpty());
    }

    /** Logins are people's accounts, models and forms are the same for every case. */
    private static boolean holdsCases(String table) {
        return !table.startsWith("act_id_") && !table.startsWith("act_re_");
    }
}
