package io.shouxin.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationCheckTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate FOUNDED = LocalDate.of(2015, 5, 1);

    @Test
    void forgivesBlanksLowerCaseAndFullWidthCharactersInACode() {
        RegisterCustomer facts = check(RegisterCustomer.enterprise(" 芜湖某某商贸 ", "91340600 ma2pbm9hx ｄ", "c35", FOUNDED)).orElseThrow();

        assertThat(facts.identifier()).isEqualTo("91340600MA2PBM9HXD");
        assertThat(facts.name()).isEqualTo("芜湖某某商贸");
        assertThat(facts.industryCode()).isEqualTo("C35");
    }

    @ParameterizedTest
    @CsvSource({
        "91340600MA2PBM9HXE, USCC_CHECK_DIGIT", "91340600MA2PBM9HX, USCC_LENGTH", "91340600MA2PBM9IXD, USCC_CHARACTER",
        "9134060AMA2PBM9HXD, USCC_REGION", "91340600MA2PBM8HXD, USCC_CHECK_DIGIT"})
    void refusesAMalformedUnifiedSocialCreditCode(String code, String refusal) {
        assertThat(codes(RegisterCustomer.enterprise("甲公司", code, "C", FOUNDED))).containsExactly(refusal);
    }

    @ParameterizedTest
    @CsvSource({
        "11010519491231002Y, RESIDENT_ID_FORM", "110105194912310021, RESIDENT_ID_CHECK_DIGIT",
        "110105194902310022, RESIDENT_ID_BIRTH_DATE", "110105209912310022, RESIDENT_ID_BIRTH_DATE"})
    void refusesAMalformedResidentId(String number, String refusal) {
        assertThat(codes(RegisterCustomer.individual("张三", number))).containsExactly(refusal);
    }

    @Test
    void takesTheBirthDateOfAnIndividualFromTheResidentId() {
        RegisterCustomer facts = check(RegisterCustomer.individual("𠮷田", "11010519491231002x")).orElseThrow();

        assertThat(facts.establishedOn()).isEqualTo(LocalDate.of(1949, 12, 31));
        assertThat(facts.identifier()).isEqualTo("11010519491231002X");
    }

    @Test
    void countsARareCharacterAsOne() {
        assertThat(check(RegisterCustomer.masked("𠮷".repeat(100), "E1")).isDone()).isTrue();
        assertThat(codes(RegisterCustomer.masked("𠮷".repeat(101), "E1"))).containsExactly("TEXT_TOO_LONG");
    }

    @Test
    void refusesControlCharactersInAName() {
        assertThat(codes(RegisterCustomer.masked("甲\u0000公司", "E1"))).containsExactly("TEXT_HAS_CONTROL_CHARACTERS");
        assertThat(codes(RegisterCustomer.masked("甲\u202E公司", "E1"))).containsExactly("TEXT_HAS_CONTROL_CHARACTERS");
    }

    @Test
    void namesEveryFaultAtOnceBesideItsField() {
        List<Refusal> refusals = check(new RegisterCustomer(CustomerKind.ENTERPRISE, " ", IdentifierType.UNIFIED_SOCIAL_CREDIT_CODE,
                "123", "Z99", null, TODAY.plusDays(1), -1, null, "abc", "nobody", null)).refusals();

        assertThat(refusals).extracting(Refusal::field)
                .containsExactlyInAnyOrder("name", "identifier", "industryCode", "phone", "email", "employees", "establishedOn");
    }

    @Test
    void refusesAPersonWithAFirmsCode() {
        assertThat(codes(new RegisterCustomer(CustomerKind.INDIVIDUAL, "张三", IdentifierType.UNIFIED_SOCIAL_CREDIT_CODE,
                "91340600MA2PBM9HXD", null, null, null, null, null, null, null, null))).containsExactly("IDENTIFIER_TYPE_UNFIT");
    }

    @Test
    void acceptsThePartlyMaskedNameOfADataSet() {
        assertThat(check(RegisterCustomer.masked("***电器销售有限公司", "E1")).isDone()).isTrue();
    }

    @Test
    void knowsTheTwentySectionsAndNinetySevenDivisionsOfTheStandard() {
        assertThat(Industries.all()).filteredOn(industry -> industry.code().length() == 1).hasSize(20);
        assertThat(Industries.all()).filteredOn(industry -> industry.code().length() == 3).hasSize(97);
        assertThat(Industries.find("35")).hasValueSatisfying(industry -> assertThat(industry.section()).isEqualTo("C"));
    }

    private static Outcome<RegisterCustomer> check(RegisterCustomer wish) {
        return RegistrationCheck.of(wish, TODAY);
    }

    private static List<String> codes(RegisterCustomer wish) {
        return check(wish).refusals().stream().map(Refusal::code).toList();
    }
}
