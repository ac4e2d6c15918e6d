package io.shouxin.origination;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.customer.CustomerRegister;
import io.shouxin.limit.LedgerKey;
import io.shouxin.limit.LimitLedger;
import io.shouxin.limit.PortfolioExposure;
import io.shouxin.limit.ReservationPurpose;
import io.shouxin.limit.ReserveLimit;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Browser;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The lender's own figures: two people for each entry, the newest confirmed day counts; and what is out over all customers. */
@ApplicationTest
class LenderRegisterTest {

    private static final PersonId POLICY = new PersonId("policy");
    private static final PersonId DIRECTOR = new PersonId("director");
    private static final LocalDate LONG_AGO = LocalDate.of(2001, 3, 31);

    @Autowired
    private LenderRegister lender;
    @Autowired
    private PortfolioExposure portfolio;
    @Autowired
    private LimitLedger ledger;
    @Autowired
    private CustomerRegister register;
    @Autowired
    private BusinessClock clock;
    @Autowired
    private AutowireCapableBeanFactory beans;
    @LocalServerPort
    private int port;

    @Test
    void countsOnlyWhatAnotherPersonHasConfirmed() {
        assertThat(lender.on(LONG_AGO.minusDays(1))).isEmpty();
        LenderEntry entry = lender.record(figures(LONG_AGO, "100"), POLICY).orElseThrow();
        assertThat(lender.on(LONG_AGO)).as("not confirmed yet").isEmpty();
        assertThat(codes(lender.confirm(entry.number(), POLICY))).isEqualTo("LENDER_FIGURES_OWN_ENTRY");
        assertThat(lender.on(LONG_AGO)).isEmpty();

        lender.confirm(entry.number(), DIRECTOR).orElseThrow();
        assertThat(lender.on(LONG_AGO).orElseThrow().netCapital()).isEqualByComparingTo("100");
        assertThat(lender.confirm(entry.number(), DIRECTOR).isDone()).as("repeated").isTrue();
        assertThat(codes(lender.confirm(entry.number(), new PersonId("senior")))).isEqualTo("LENDER_FIGURES_ALREADY_CONFIRMED");
        assertThat(codes(lender.confirm(999_999, DIRECTOR))).isEqualTo("LENDER_FIGURES_UNKNOWN");

        LenderEntry corrected = lender.record(figures(LONG_AGO, "90"), DIRECTOR).orElseThrow();
        lender.confirm(corrected.number(), POLICY).orElseThrow();
        assertThat(lender.on(LONG_AGO).orElseThrow().netCapital()).as("of one day the last entry").isEqualByComparingTo("90");
        assertThat(lender.on(LONG_AGO.minusDays(1))).isEmpty();
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource(nullValues = "null", value = {"kind,null,FIELD_REQUIRED", "kind,\"SHOP\",FORM_MALFORMED", "asOf,null,LENDER_FIGURES_DAY", "asOf,\"2999-01-01\",LENDER_FIGURES_DAY",
        "asOf,\"1999-12-31\",LENDER_FIGURES_DAY", "asOf,\"2026-02-30\",FORM_MALFORMED", "netCapital,null,FIELD_REQUIRED", "netCapital,\"0\",AMOUNT_NOT_POSITIVE",
        "netCapital,\"-1\",AMOUNT_NOT_POSITIVE", "netCapital,\"0.001\",AMOUNT_TOO_PRECISE", "netCapital,\"1E999999999\",AMOUNT_TOO_LARGE",
        "netCapital,\"-1E-999999999\",AMOUNT_TOO_PRECISE", "netCapital,\"100000000000000.01\",AMOUNT_TOO_LARGE", "netCapital,\"viel\",FORM_MALFORMED",
        "tierOneCapital,null,FIELD_REQUIRED", "tierOneCapital,\"0\",AMOUNT_NOT_POSITIVE", "lendableFunds,null,FIELD_REQUIRED", "lendableFunds,\"-0.01\",AMOUNT_BELOW_ZERO",
        "source,null,FIELD_REQUIRED", "source,\" \",FIELD_REQUIRED", "source,\"a\",TEXT_TOO_SHORT", "source,\"a\\u0000b\",TEXT_HAS_CONTROL_CHARACTERS"})
    void refusesWhatIsNoFigureBesideItsField(String field, String value, String code) {
        String good = "{\"kind\":\"BANK\",\"asOf\":\"2026-09-30\",\"netCapital\":\"100\",\"tierOneCapital\":\"80\",\"lendableFunds\":\"1000\",\"source\":\"季报\"}";
        String body = good.replaceFirst("\"" + field + "\":\"[^\"]*\"", java.util.regex.Matcher.quoteReplacement("\"" + field + "\":" + value));
        int before = lender.newest().size();
        Browser.Answer answer = Browser.program(port, "policy", "shouxin-demo", "zh-CN").post("/api/v1/lender-figures", body);
        assertThat(answer.code() + " " + answer.field()).isEqualTo(code + " " + field);
        assertThat(lender.newest()).hasSize(before);
    }

    @Test
    void isForThoseInChargeAndForOfficersToRead() {
        String good = "{\"kind\":\"TRADING_GROUP\",\"asOf\":\"2002-09-30\",\"netCapital\":\"100\",\"lendableFunds\":\"0\",\"source\":\"年报\"}";
        assertThat(Browser.program(port, "analyst", "shouxin-demo", "zh-CN").post("/api/v1/lender-figures", good).status()).isEqualTo(403);
        assertThat(Browser.program(port, "applicant", "shouxin-demo", "zh-CN").get("/api/v1/lender-figures").status()).isEqualTo(404);
        assertThat(Browser.program(port, "auditor", "shouxin-demo", "zh-CN").get("/api/v1/lender-figures").status()).isEqualTo(200);
        assertThat(Browser.program(port, "policy", "shouxin-demo", "zh-CN").post("/api/v1/lender-figures", good).status()).as("no tier-one capital needed").isEqualTo(201);
    }

    @Test
    void addsUpWhatIsOutByIndustryAndProvinceAndInAll() {
        PortfolioExposure.Sums before = portfolio.sums("C", "31");
        CustomerId firm = beans.createBean(FirmOnFile.class).registered();
        ledger.openCustomer(firm, Optional.empty(), Money.CNY, POLICY).orElseThrow();
        ledger.reserve(new ReserveLimit(firm, Money.cny("1234500"), ReservationPurpose.NEW_CREDIT, "CA-2026-999999", clock.today().plusDays(9), Optional.empty()),
                new LedgerKey("test", UUID.randomUUID().toString()), clock.today(), POLICY).orElseThrow();

        PortfolioExposure.Sums after = portfolio.sums("C", "31");
        assertThat(after.whole().minus(before.whole())).isEqualTo(Money.cny("1234500"));
        assertThat(after.industry().minus(before.industry())).isEqualTo(Money.cny("1234500"));
        assertThat(after.province().minus(before.province())).isEqualTo(Money.cny("1234500"));
        assertThat(portfolio.sums("K", "34").industry()).isEqualTo(portfolio.sums("K", null).industry());
        assertThat(portfolio.sums(null, null).industry()).isEqualTo(Money.cny("0"));

        assertThat(codesOf(register.locate(firm, "合肥", POLICY))).isEqualTo("REGION_WITHOUT_PROVINCE");
        assertThat(register.locate(firm, "安徽省合肥市", POLICY).orElseThrow().provinceCode()).isEqualTo("34");
        assertThat(portfolio.sums("C", "31").province()).as("moved").isEqualTo(before.province());
    }

    private static LenderFigures figures(LocalDate day, String capital) {
        return new LenderFigures(LenderKind.BANK, day, new BigDecimal(capital), new BigDecimal(capital), BigDecimal.TEN, "季报");
    }

    private static String codes(Outcome<LenderEntry> outcome) {
        return codesOf(outcome);
    }

    private static String codesOf(Outcome<?> outcome) {
        return String.join(",", outcome.refusals().stream().map(Refusal::code).toList());
    }
}
