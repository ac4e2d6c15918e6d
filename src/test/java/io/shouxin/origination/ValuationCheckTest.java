package io.shouxin.origination;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.kernel.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an analyst may enter about a security, and what he is told beside which field otherwise. */
class ValuationCheckTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    private static final ApplicationForm FORM = new ApplicationForm(List.of(new RequestedFacility(FacilityKind.LENDING, "WORKING_CAPITAL_LOAN",
            new BigDecimal("1000000"), "CNY", 12, "采购原材料", List.of(new SecurityOffer(SecurityType.MORTGAGE, "厂房", new BigDecimal("2000000")),
                    new SecurityOffer(SecurityType.GUARANTEE, "母公司", new BigDecimal("1000000")),
                    new SecurityOffer(SecurityType.UNSECURED, null, null)))), null, true, true, null);
    private static final SecurityValuation GOOD = valuation();

    static Stream<Arguments> cases() {
        return Stream.of(
                row("everything in order", v -> v, ""),
                row("a further security", v -> new V(v).offer(null).description("存单").kind(SecurityKind.DEPOSIT).of(), ""),
                row("a further security nobody describes", v -> new V(v).offer(null).kind(SecurityKind.DEPOSIT).of(), "FIELD_REQUIRED description"),
                row("no kind", v -> new V(v).kind(null).of(), "FIELD_REQUIRED kind"),
                row("a deposit offered as mortgage", v -> new V(v).kind(SecurityKind.DEPOSIT).of(), "SECURITY_KIND_UNFIT kind"),
                row("inventory mortgaged", v -> new V(v).kind(SecurityKind.INVENTORY).of(), ""),
                row("a mortgage offered as guarantee", v -> new V(v).offer(2).of(), "SECURITY_KIND_UNFIT kind"),
                row("no facility", v -> new V(v).facility(null).of(), "SECURITY_WITHOUT_FACILITY facility"),
                row("a facility that is not there", v -> new V(v).facility(2).of(), "SECURITY_WITHOUT_FACILITY facility"),
                row("facility zero", v -> new V(v).facility(0).of(), "SECURITY_WITHOUT_FACILITY facility"),
                row("an offer that was not made", v -> new V(v).offer(4).of(), "SECURITY_NOT_OFFERED offer"),
                row("offer zero", v -> new V(v).offer(0).of(), "SECURITY_NOT_OFFERED offer"),
                row("the offer of nothing", v -> new V(v).offer(3).of(), "SECURITY_NOT_OFFERED offer"),
                row("no value", v -> new V(v).value(null).of(), "FIELD_REQUIRED value"),
                row("value zero", v -> new V(v).value("0").of(), "AMOUNT_NOT_POSITIVE value"),
                row("one fen", v -> new V(v).value("0.01").of(), ""),
                row("a negative value", v -> new V(v).value("-0.01").of(), "AMOUNT_NOT_POSITIVE value"),
                row("a tenth of a fen", v -> new V(v).value("0.001").of(), "AMOUNT_TOO_PRECISE value"),
                row("the largest value", v -> new V(v).value("10000000000").of(), ""),
                row("one fen above the largest", v -> new V(v).value("10000000000.01").of(), "AMOUNT_TOO_LARGE value"),
                row("an absurd exponent", v -> new V(v).value("1E999999999").of(), "AMOUNT_TOO_LARGE value"),
                row("an absurd negative exponent", v -> new V(v).value("-1E-999999999").of(), "AMOUNT_TOO_PRECISE value"),
                row("another currency", v -> new V(v).currency("USD").of(), "CURRENCY_NOT_OFFERED currency"),
                row("no currency", v -> new V(v).currency(null).of(), "FIELD_REQUIRED currency"),
                row("no day", v -> new V(v).valuedOn(null).of(), "FIELD_REQUIRED valuedOn"),
                row("valued today", v -> new V(v).valuedOn(TODAY).of(), ""),
                row("valued tomorrow", v -> new V(v).valuedOn(TODAY.plusDays(1)).of(), "VALUATION_DAY valuedOn"),
                row("valued in the last century", v -> new V(v).valuedOn(LocalDate.of(1999, 12, 31)).of(), "VALUATION_DAY valuedOn"),
                row("no valuer", v -> new V(v).valuer(null).of(), "FIELD_REQUIRED valuer"),
                row("no owner", v -> new V(v).owner(null).of(), "FIELD_REQUIRED owner"),
                row("no evidence", v -> new V(v).evidence(" ").of(), "FIELD_REQUIRED evidence"),
                row("evidence of one character", v -> new V(v).evidence("a").of(), "TEXT_TOO_SHORT evidence"),
                row("evidence with control characters", v -> new V(v).evidence("a\u0000b").of(), "TEXT_HAS_CONTROL_CHARACTERS evidence"),
                row("prior claims not told", v -> new V(v).priorClaims(null).of(), "FIELD_REQUIRED priorClaims"),
                row("negative prior claims", v -> new V(v).priorClaims("-1").of(), "AMOUNT_BELOW_ZERO priorClaims"),
                row("prior claims in first rank", v -> new V(v).priorClaims("1").of(), "SECURITY_RANK_UNFIT rank"),
                row("prior claims in second rank", v -> new V(v).priorClaims("1").rank(2).of(), ""),
                row("claims above the value are a fact", v -> new V(v).priorClaims("3000000").rank(2).of(), ""),
                row("second rank without claims", v -> new V(v).rank(2).of(), "SECURITY_RANK_UNFIT rank"),
                row("tenth rank", v -> new V(v).priorClaims("1").rank(10).of(), "SECURITY_RANK_UNFIT rank"),
                row("rank zero", v -> new V(v).rank(0).of(), "SECURITY_RANK_UNFIT rank"),
                row("no rank", v -> new V(v).rank(null).of(), "FIELD_REQUIRED rank"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("cases")
    void tellsWhatIsWrongBesideItsField(String what, SecurityValuation valuation, String refusal) {
        List<String> found = ValuationCheck.of(FORM, List.of(valuation), TODAY).stream()
                .map(each -> each.code() + " " + each.field().replace("security[0].", "")).toList();
        assertThat(found).as(what).isEqualTo(refusal.isEmpty() ? List.of() : List.of(refusal));
    }

    @Test
    void valuesEachOfferOnceAndNoMoreThanThereMayBe() {
        assertThat(ValuationCheck.of(FORM, List.of(GOOD, GOOD), TODAY)).extracting(Refusal::code, Refusal::field)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("SECURITY_VALUED_TWICE", "security[1].kind"));
        assertThat(ValuationCheck.of(FORM, Arrays.asList((SecurityValuation) null), TODAY)).extracting(Refusal::code).containsExactly("FIELD_REQUIRED");
        assertThat(ValuationCheck.of(FORM, java.util.Collections.nCopies(201, GOOD), TODAY)).extracting(Refusal::code)
                .containsExactly("TOO_MANY_SECURITIES");
    }

    private static Arguments row(String what, UnaryOperator<SecurityValuation> changed, String refusal) {
        return Arguments.of(what, changed.apply(GOOD), refusal);
    }

    private static SecurityValuation valuation() {
        return new SecurityValuation(1, 1, SecurityKind.INDUSTRIAL_PROPERTY, null, new BigDecimal("2000000"), "CNY", LocalDate.of(2026, 10, 1),
                Valuer.EXTERNAL, BigDecimal.ZERO, 1, SecurityOwner.CUSTOMER, "评估报告2026-118号");
    }

    /** A valuation with something changed. */
    private static final class V {

        private SecurityValuation v;

        private V(SecurityValuation v) {
            this.v = v;
        }

        private SecurityValuation of() {
            return v;
        }

        private V set(Integer facility, Integer offer, SecurityKind kind, String description, BigDecimal value, String currency, LocalDate day,
                      Valuer valuer, BigDecimal claims, Integer rank, SecurityOwner owner, String evidence) {
            v = new SecurityValuation(facility, offer, kind, description, value, currency, day, valuer, claims, rank, owner, evidence);
            return this;
        }

        private V facility(Integer facility) {
            return set(facility, v.offer(), v.kind(), v.description(), v.value(), v.currency(), v.valuedOn(), v.valuer(), v.priorClaims(), v.rank(), v.owner(), v.evidence());
        }

        private V offer(Integer offer) {
            return set(v.facility(), offer, v.kind(), v.description(), v.value(), v.currency(), v.valuedOn(), v.valuer(), v.priorClaims(), v.rank(), v.owner(), v.evidence());
        }

        private V kind(SecurityKind kind) {
            return set(v.facility(), v.offer(), kind, v.description(), v.value(), v.currency(), v.valuedOn(), v.valuer(), v.priorClaims(), v.rank(), v.owner(), v.evidence());
        }

        private V description(String description) {
            return set(v.facility(), v.offer(), v.kind(), description, v.value(), v.currency(), v.valuedOn(), v.valuer(), v.priorClaims(), v.rank(), v.owner(), v.evidence());
        }

        private V value(String value) {
            return set(v.facility(), v.offer(), v.kind(), v.description(), value == null ? null : new BigDecimal(value), v.currency(), v.valuedOn(), v.valuer(), v.priorClaims(), v.rank(), v.owner(), v.evidence());
        }

        private V currency(String currency) {
            return set(v.facility(), v.offer(), v.kind(), v.description(), v.value(), currency, v.valuedOn(), v.valuer(), v.priorClaims(), v.rank(), v.owner(), v.evidence());
        }

        private V valuedOn(LocalDate day) {
            return set(v.facility(), v.offer(), v.kind(), v.description(), v.value(), v.currency(), day, v.valuer(), v.priorClaims(), v.rank(), v.owner(), v.evidence());
        }

        private V valuer(Valuer valuer) {
            return set(v.facility(), v.offer(), v.kind(), v.description(), v.value(), v.currency(), v.valuedOn(), valuer, v.priorClaims(), v.rank(), v.owner(), v.evidence());
        }

        private V priorClaims(String claims) {
            return set(v.facility(), v.offer(), v.kind(), v.description(), v.value(), v.currency(), v.valuedOn(), v.valuer(), claims == null ? null : new BigDecimal(claims), v.rank(), v.owner(), v.evidence());
        }

        private V rank(Integer rank) {
            return set(v.facility(), v.offer(), v.kind(), v.description(), v.value(), v.currency(), v.valuedOn(), v.valuer(), v.priorClaims(), rank, v.owner(), v.evidence());
        }

        private V owner(SecurityOwner owner) {
            return set(v.facility(), v.offer(), v.kind(), v.description(), v.value(), v.currency(), v.valuedOn(), v.valuer(), v.priorClaims(), v.rank(), owner, v.evidence());
        }

        private V evidence(String evidence) {
            return set(v.facility(), v.offer(), v.kind(), v.description(), v.value(), v.currency(), v.valuedOn(), v.valuer(), v.priorClaims(), v.rank(), v.owner(), evidence);
        }
    }
}
