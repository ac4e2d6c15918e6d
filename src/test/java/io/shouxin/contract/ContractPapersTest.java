package io.shouxin.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.shouxin.customer.CustomerKind;
import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.CustomerView;
import io.shouxin.customer.IdentifierType;
import io.shouxin.document.PdfPrinter;
import io.shouxin.identity.GrantingEntities;
import io.shouxin.kernel.AgreementId;
import io.shouxin.kernel.OfferId;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Sha256;
import io.shouxin.kernel.Wording;
import io.shouxin.origination.FacilityKind;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class ContractPapersTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);
    private static final AgreementId NUMBER = new AgreementId("AG-2026-000123");
    private static final PersonId ACTOR = new PersonId("system");

    private final CustomerRegister customers = mock(CustomerRegister.class);
    private final TermsTable table = new TermsTable(Samples.wording());
    private final PdfPrinter printer = new PdfPrinter();

    ContractPapersTest() {
        when(customers.find(Samples.CUSTOMER)).thenReturn(Optional.of(new CustomerView(Samples.CUSTOMER, CustomerKind.ENTERPRISE, "𠮷祥机械制造有限公司",
                "9134**********9HXD", IdentifierType.UNIFIED_SOCIAL_CREDIT_CODE, true, "C35", "C", "310000", "31", null, null, null, Optional.empty(), null,
                null, null, false, null)));
        when(customers.revealIdentifier(any(), any(), any())).thenReturn(Outcome.done("91340100MA2MTT9HXD"));
    }

    @Test
    void theOfferNamesAmountsInFiguresAndWordsRatesSecurityConditionsAndTheLastDay() throws IOException {
        byte[] pdf = new OfferLetter(table, customers, printer).print(new OfferId("OF-2026-000123"), Samples.terms(), DAY, DAY.plusDays(15)).orElseThrow();

        assertThat(text(pdf)).contains("𠮷祥机械制造有限公司", "¥3,500,000.00", "人民币叁佰伍拾万元整", "年利率 4.35%", "账期 60 天", "流动资金贷款", "循环使用",
                "上海市松江区厂房", "抵押登记已办妥", "2026年3月20日");
    }

    @Test
    void theAgreementNamesThePartiesTheTermsAndTheirFingerprint() throws IOException {
        String text = text(agreement());

        assertThat(text).contains("91340100MA2MTT9HXD", "大写", "人民币叁佰万元整", "第五条", "抵押登记已办妥", "争议", "签署人");
        assertThat(text.replaceAll("\\s", "")).contains(FrozenTerms.hash(Samples.terms().text()));
    }

    @Test
    void theSignedAgreementNamesWhoSignedWhatAndWhen() throws IOException {
        String sha = "ab".repeat(32);
        String text = text(signed(sha));

        assertThat(text).contains("签署页", "王𠮷", "赵法务", "2026年3月6日 10:00:00", "2026年3月6日 11:30:00");
        assertThat(text.replaceAll("\\s", "")).contains(sha);
    }

    @Test
    void theSameAgreementIsPrintedToTheSameBytes() {
        assertThat(agreement()).isEqualTo(agreement());
    }

    @Test
    void theSignedAgreementBeginsWithTheVeryBytesThatWereSigned() throws IOException {
        byte[] text = agreement();
        byte[] signed = signed(Sha256.of(text));

        assertThat(Arrays.copyOf(signed, text.length)).isEqualTo(text);
        assertThat(text(signed)).contains("第一条", "签署页", "前 " + text.length + " 字节");
    }

    @Test
    void frozenTermsComeBackAsTheyWereKept() {
        FrozenTerms terms = Samples.terms();
        assertThat(FrozenTerms.read(terms.text(), FrozenTerms.hash(terms.text()))).isEqualTo(terms);
    }

    @Test
    void everyCodeOnThePapersHasAChineseWord() {
        Wording wording = Samples.wording();
        for (FacilityKind kind : FacilityKind.values()) {
            assertThat(wording.knows("facilityKind." + kind)).as(kind.name()).isTrue();
        }
        Samples.terms().approved().conditions().forEach(code -> assertThat(wording.knows("condition." + code)).as(code).isTrue());
    }

    private byte[] agreement() {
        return papers().print(NUMBER, Samples.terms(), DAY, DAY.plusDays(15), ACTOR).orElseThrow();
    }

    private byte[] signed(String sha) {
        return papers().withSignatures(NUMBER, agreement(), List.of(
                new Signature(SignatoryRole.CUSTOMER, "applicant", "王𠮷", Instant.parse("2026-03-06T02:00:00Z"), sha, null),
                new Signature(SignatoryRole.BANK, "legal", "赵法务", Instant.parse("2026-03-06T03:30:00Z"), sha, null))).orElseThrow();
    }

    private AgreementText papers() {
        return new AgreementText(table, customers, mock(GrantingEntities.class), printer, "授信管理中心");
    }

    static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
