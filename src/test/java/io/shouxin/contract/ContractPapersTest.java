package io.shouxin.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.shouxin.customer.CustomerKind;
import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.CustomerView;
import io.shouxin.customer.IdentifierType;
import io.shouxin.contract.Stamps.Stamp;
import io.shouxin.document.FoundSignature;
import io.shouxin.document.PdfPrinter;
import io.shouxin.document.PdfSigner;
import io.shouxin.document.SignatureReport;
import io.shouxin.document.SignatureVerifier;
import io.shouxin.identity.GrantingEntities;
import io.shouxin.kernel.AgreementId;
import io.shouxin.kernel.OfferId;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Wording;
import io.shouxin.origination.FacilityKind;
import io.shouxin.origination.ProposedFacility;
import io.shouxin.origination.SecurityOffer;
import io.shouxin.testkit.Certificates;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractPapersTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);
    private static final AgreementId NUMBER = new AgreementId("AG-2026-000123");
    private static final Instant NOON = Instant.parse("2026-03-05T04:00:00Z");
    private static final Certificates AUTHORITY = new Certificates("Shouxin Development Root", NOON.minus(Duration.ofDays(10)), Duration.ofDays(900));
    private static final TemplateBook BOOK = new TemplateBook();
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

        assertThat(text).contains("91340100MA2MTT9HXD", "大写", "人民币叁佰万元整", "第五条", "抵押登记已办妥", "争议", "模板 2026.1", "一年期 LPR 3.00% 加 135 个基点", "按季提供财务报表", "资产负债率不高于 70.00%；自额度生效满 12 个月起不高于 65.00%");
        assertThat(text.replaceAll("\\s", "")).contains(FrozenTerms.hash(Samples.terms().text()));
    }

    @Test
    void theNewAgreementTellsHowEachCovenantIsMeasuredTestedAndCured() throws IOException {
        String text = text(papers().print(NUMBER, Samples.terms(), DAY, DAY.plusDays(15), "2026.2", ACTOR).orElseThrow()).replaceAll("\\s", "");

        assertThat(text).contains("模板2026.2", "资产负债率不高于70.00%；自额度生效满12个月起不高于65.00%", "负债合计÷资产总计", "每季，期末后45日测试，提前10日通知，宽限15日",
                "期末后30日内提供", "7.7", "宽限期内纠正的，不构成违约");
    }

    @Test
    void theSameAgreementIsPrintedToTheSameBytes() {
        assertThat(agreement()).isEqualTo(agreement());
    }

    @Test
    void theSignedAgreementBeginsWithTheVeryBytesThatWereSentOutAndShowsWhoSigned() throws IOException {
        byte[] text = agreement();
        byte[] signed = signed(text);

        assertThat(Arrays.copyOf(signed, text.length)).isEqualTo(text);
        assertThat(SignatureVerifier.showsWhatWasSent(text, signed)).isTrue();
        SignatureReport report = new SignatureVerifier(List.of(AUTHORITY.root()), NOON).verify(signed);
        assertThat(report.allFlaws()).isEmpty();
        assertThat(report.signatures()).extracting(FoundSignature::field).containsExactly("customer", "bank");
        assertThat(appearance(signed, "customer")).contains("王𠮷", "同意签署授信合同", "2026年3月5日");
        assertThat(appearance(signed, "bank")).contains("赵法务", "授信管理中心");
    }

    @ParameterizedTest
    @CsvSource({"GUARANTEE, 连带责任保证", "MORTGAGE, 抵押财产", "PLEDGE, 质押财产", "DECISION_LETTER, 已经我方批准"})
    void everyPaperNamesItsNumberTheDebtInWordsAndTheFingerprint(PaperKind kind, String clause) throws IOException {
        ProposedFacility line = Samples.terms().approved().facilities().get(0);
        SecurityOffer security = kind.hasProvider() ? line.security().get(0) : null;
        String text = text(papers().print("XC-2026-000007", kind, NUMBER, Samples.terms(), security == null ? null : line, security, DAY, "2026.1", ACTOR)
                .orElseThrow());

        assertThat(text.replaceAll("\\s", "")).contains("XC-2026-000007", NUMBER.value(), clause, "签署页", "2026.1", "人民币叁佰", FrozenTerms.hash(Samples.terms().text()));
    }

    @Test
    void aTemplateOfAnEarlierDayStaysForItsCases() throws IOException {
        byte[] old = papers().print(NUMBER, Samples.terms(), DAY, DAY.plusDays(15), TemplateBook.FIRST, ACTOR).orElseThrow();

        assertThat(text(old).replaceAll("\\s", "")).doesNotContain("签署页");
        byte[] placed = papers().withSigningPage(NUMBER, old, Samples.terms()).orElseThrow();
        assertThat(Arrays.copyOf(placed, old.length)).isEqualTo(old);
        assertThat(text(placed).replaceAll("\\s", "")).contains("签署页");
        assertThat(BOOK.inForce(PaperKind.FACILITY_AGREEMENT, LocalDate.of(2025, 6, 1))).isEqualTo("2025.1");
        assertThat(BOOK.inForce(PaperKind.FACILITY_AGREEMENT, LocalDate.of(2026, 6, 1))).isEqualTo("2026.1");
    }

    @Test
    void aTemplateThatDiffersFromItsFingerprintStopsTheStart() {
        assertThatThrownBy(() -> new TemplateBook("tampered-book.yml")).isInstanceOf(IllegalStateException.class).hasMessageContaining("not the one published");
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
        return papers().print(NUMBER, Samples.terms(), DAY, DAY.plusDays(15), "2026.1", ACTOR).orElseThrow();
    }

    private byte[] signed(byte[] text) {
        Stamps stamps = new Stamps(printer, new PdfSigner());
        byte[] byCustomer = stamps.sign(text, new Stamp(SignatoryRole.CUSTOMER, 0, "王𠮷", "𠮷祥机械制造有限公司", "同意签署授信合同", "", NOON),
                AUTHORITY.of("王𠮷", "𠮷祥机械制造有限公司")).orElseThrow();
        return stamps.sign(byCustomer, new Stamp(SignatoryRole.BANK, 1, "赵法务", "授信管理中心", "同意签署授信合同", "", NOON),
                AUTHORITY.withRsa("赵法务", "授信管理中心")).orElseThrow();
    }

    private AgreementText papers() {
        return new AgreementText(table, BOOK, customers, mock(GrantingEntities.class), printer, "授信管理中心");
    }

    private static String appearance(byte[] pdf, String field) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf); PDDocument alone = new PDDocument()) {
            var look = document.getDocumentCatalog().getAcroForm().getField(field).getWidgets().get(0).getNormalAppearanceStream();
            PDPage page = new PDPage();
            alone.addPage(page);
            page.setResources(look.getResources());
            page.setContents(new org.apache.pdfbox.pdmodel.common.PDStream(look.getCOSObject()));
            return new PDFTextStripper().getText(alone);
        }
    }

    static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
