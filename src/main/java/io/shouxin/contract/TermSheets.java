package io.shouxin.contract;

import io.shouxin.identity.Person;
import io.shouxin.identity.Role;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.Rate;
import io.shouxin.kernel.Refusal;
import io.shouxin.origination.ApprovedTerms;
import io.shouxin.origination.Covenant;
import io.shouxin.origination.CovenantLibrary;
import io.shouxin.origination.FacilityKind;
import io.shouxin.origination.ProposedFacility;
import io.shouxin.policy.MatchedRow;
import io.shouxin.policy.PolicyBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Draws up term sheets by policy, and says how far somebody may give way in them ({@code contract-terms}, {@code negotiation-authority}). */
@Component
class TermSheets {

    private static final String NO_REPAYMENT = "";

    private final PolicyBook policies;
    private final CovenantLibrary library;

    TermSheets(PolicyBook policies, CovenantLibrary library) {
        this.policies = policies;
        this.library = library;
    }

    /** The sheet of what was approved, on the day of the offer. The rate is the approved one, however the prime rate has moved since. */
    TermSheet of(ApprovedTerms approved, LocalDate day) {
        List<FacilityTerms> lines = new ArrayList<>();
        for (ProposedFacility facility : approved.facilities()) {
            MatchedRow row = policies.evaluate("contract-terms", day, Map.of("product", facility.product())).only();
            Rate fee = new Rate(row.number("feeRate"));
            lines.add(facility.kind() == FacilityKind.TRADE_CREDIT
                    ? new FacilityTerms(facility.position(), null, null, null, null, null, null, null, List.of(), facility.paymentTermDays(), fee)
                    : lending(facility, row, fee, day));
        }
        return new TermSheet(lines, null, approved.covenants() != null ? approved.covenants()
                : library.withoutFigures(approved, day));
    }

    private FacilityTerms lending(ProposedFacility facility, MatchedRow row, Rate fee, LocalDate day) {
        RepaymentType repayment = RepaymentType.valueOf(row.text("repayment"));
        List<RepaymentType> others = list(row.text("otherRepayments")).stream().map(RepaymentType::valueOf).filter(other -> other != repayment).toList();
        if (RateBasis.valueOf(row.text("basis")) == RateBasis.FIXED) {
            return new FacilityTerms(facility.position(), RateBasis.FIXED, null, null, null, null, facility.rate(), repayment, others, null, fee);
        }
        String baseRate = policies.evaluate("product-terms", day, Map.of("product", facility.product(), "facilityKind", facility.kind().name())).only()
                .text("baseRate");
        Rate base = new Rate(policies.evaluate("lending-rate", day, Map.of("baseRate", baseRate)).only().number("annualRate"));
        return new FacilityTerms(facility.position(), RateBasis.LPR, baseRate, base, TermSheet.points(facility.rate(), base), row.whole("resetMonths"),
                facility.rate(), repayment, others, null, fee);
    }

    /**
     * A milder sheet, as far as the person may go without a new approval.
     *
     * @return the sheet, or per concession {@code CONCESSION_EMPTY, CONCESSION_NO_FACILITY, CONCESSION_NOT_MILDER, CONCESSION_NOT_FOR_THIS,
     *         REPAYMENT_NOT_ALLOWED, BEYOND_AUTHORITY}
     */
    Outcome<TermSheet> conceding(TermSheet sheet, ApprovedTerms approved, List<Concession> concessions, List<CovenantConcession> eased, Person officer, LocalDate day) {
        if (concessions.isEmpty() && eased.isEmpty()) {
            return Outcome.refused(Refusal.of("CONCESSION_EMPTY").at("concessions"));
        }
        Authority authority = authority(officer, day);
        List<Refusal> refusals = new ArrayList<>();
        TermSheet milder = sheet;
        for (Concession given : concessions) {
            String field = "concessions[" + given.position() + "]";
            Optional<FacilityTerms> terms = milder.of(given.position());
            Optional<ProposedFacility> line = approved.facilities().stream().filter(each -> each.position() == given.position()).findFirst();
            if (terms.isEmpty() || line.isEmpty()) {
                refusals.add(Refusal.of("CONCESSION_NO_FACILITY").at(field).with("position", given.position()));
                continue;
            }
            objection(given, terms.get(), line.get(), authority, field).ifPresent(refusals::add);
            FacilityTerms now = terms.get().conceding(given);
            milder = new TermSheet(milder.facilities().stream().map(each -> each.position() == now.position() ? now : each).toList(), milder.covenants(), milder.undertakings());
        }
        for (CovenantConcession given : eased) {
            Optional<Refusal> objection = CovenantConcession.objection(given, sheet.tested(), approvedCovenants(approved, sheet), authority.easing(), authority.graceDays());
            objection.ifPresent(refusals::add);
            if (objection.isEmpty()) {
                milder = milder.undertaking(milder.tested().stream().map(each -> each.code().equals(given.code()) ? given.applied(each) : each).toList());
            }
        }
        return refusals.isEmpty() ? Outcome.done(milder) : Outcome.refused(refusals);
    }

    private static Optional<Refusal> objection(Concession given, FacilityTerms offered, ProposedFacility line, Authority authority, String field) {
        boolean lending = line.kind() == FacilityKind.LENDING;
        if (given.rate() == null && given.paymentTermDays() == null && given.repayment() == null) {
            return Optional.of(Refusal.of("CONCESSION_EMPTY").at(field));
        }
        if (lending ? given.paymentTermDays() != null : given.rate() != null || given.repayment() != null) {
            return Optional.of(Refusal.of("CONCESSION_NOT_FOR_THIS").at(field));
        }
        if (given.rate() != null) {
            if (given.rate().fraction().signum() < 0 || given.rate().compareTo(offered.rate()) > 0) {
                return Optional.of(Refusal.of("CONCESSION_NOT_MILDER").at(field + ".rate"));
            }
            BigDecimal points = TermSheet.points(line.rate(), given.rate());
            if (points.compareTo(authority.points()) > 0) {
                return beyond(field + ".rate", points, authority.points());
            }
        }
        if (given.paymentTermDays() != null) {
            if (given.paymentTermDays() < offered.paymentTermDays()) {
                return Optional.of(Refusal.of("CONCESSION_NOT_MILDER").at(field + ".paymentTermDays"));
            }
            BigDecimal days = BigDecimal.valueOf(given.paymentTermDays() - line.paymentTermDays());
            if (days.compareTo(BigDecimal.valueOf(authority.days())) > 0) {
                return beyond(field + ".paymentTermDays", days, BigDecimal.valueOf(authority.days()));
            }
        }
        if (given.repayment() != null && given.repayment() != offered.repayment()
                && (!authority.repayment() || !offered.otherRepayments().contains(given.repayment()))) {
            return Optional.of(Refusal.of("REPAYMENT_NOT_ALLOWED").at(field + ".repayment").with("repayment", "repaymentType." + given.repayment()));
        }
        return Optional.empty();
    }

    /** What was approved; for a proposal of the days before covenants were approved, what is offered. */
    private static List<Covenant> approvedCovenants(ApprovedTerms approved, TermSheet sheet) {
        return approved.covenants() == null ? sheet.tested() : approved.covenants();
    }

    private static Optional<Refusal> beyond(String field, BigDecimal asked, BigDecimal most) {
        return Optional.of(Refusal.of("BEYOND_AUTHORITY").at(field).with("asked", asked.toPlainString()).with("most", most.toPlainString()));
    }

    /** The widest of what his roles allow. */
    private Authority authority(Person officer, LocalDate day) {
        BigDecimal points = BigDecimal.ZERO;
        int days = 0;
        boolean repayment = false;
        BigDecimal easing = BigDecimal.ZERO;
        int graceDays = 0;
        for (Role role : List.of(Role.RELATIONSHIP_MANAGER, Role.ANALYST, Role.CREDIT_MANAGER, Role.SENIOR_CREDIT_MANAGER, Role.RISK_DIRECTOR)) {
            Optional<MatchedRow> row = officer.is(role)
                    ? policies.evaluate("negotiation-authority", day, Map.of("role", role.name())).first() : Optional.empty();
            if (row.isPresent()) {
                points = points.max(row.get().number("mostPoints"));
                days = Math.max(days, row.get().whole("mostDays"));
                repayment |= row.get().flag("repayment");
                // Tables of the days before covenants had terms let nobody ease them.
                if (row.get().says("mostEasing")) {
                    easing = easing.max(row.get().number("mostEasing"));
                    graceDays = Math.max(graceDays, row.get().whole("mostGraceDays"));
                }
            }
        }
        return new Authority(points, days, repayment, easing, graceDays);
    }

    private static List<String> list(String codes) {
        return codes.equals(NO_REPAYMENT) ? List.of() : Arrays.stream(codes.split(",")).map(String::strip).toList();
    }

    /** How far somebody may go from what was approved: basis points below, days above, a covenant's target by a share, its grace by days. */
    private record Authority(BigDecimal points, int days, boolean repayment, BigDecimal easing, int graceDays) {
    }
}
