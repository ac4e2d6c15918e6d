package io.shouxin.origination;

import io.shouxin.kernel.Money;
import io.shouxin.origination.Constraint.Figures;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What security covers of each facility, against what the policies ask for (担保覆盖). Security of one facility covers no other.
 *
 * @param lines    every security of the application, judged
 * @param required least cover of each facility by its position from 1: what counts over what is lent; zero where none is asked for
 */
record SecurityCover(List<SecurityLine> lines, Map<Integer, BigDecimal> required) {

    static final String REQUIREMENTS = "security-requirements";

    SecurityCover {
        lines = withoutLoneGuarantees(lines);
        required = Map.copyOf(required);
    }

    static AdvanceRate rate(PolicyAnswers policies, SecurityKind kind) {
        return AdvanceRate.of(kind, policies.of(AdvanceRate.POLICY, Map.of("securityKind", kind.name())).first());
    }

    /** Least cover of each facility of the application, by the grade of the customer. */
    static Map<Integer, BigDecimal> required(PolicyAnswers policies, ApplicationForm form, String grade, boolean smallFirm) {
        Map<Integer, BigDecimal> required = new LinkedHashMap<>();
        for (int i = 0; i < form.facilities().size(); i++) {
            required.put(i + 1, policies.of(REQUIREMENTS, Map.of("product", form.facilities().get(i).product(), "grade", grade,
                    "smallFirm", smallFirm)).only().number("requiredCoverage"));
        }
        return required;
    }

    /** @param day on which a valuation has to be fresh enough */
    static List<SecurityLine> judged(ApplicationForm form, List<SecurityValuation> valuations, Function<SecurityKind, AdvanceRate> rates,
                                     LocalDate day) {
        List<SecurityLine> lines = new ArrayList<>();
        for (int i = 0; i < form.facilities().size(); i++) {
            int facility = i + 1;
            List<SecurityOffer> offers = form.facilities().get(i).security();
            for (int j = 0; j < offers.size(); j++) {
                int position = j + 1;
                SecurityOffer offer = offers.get(j);
                if (offer.type() != SecurityType.UNSECURED) {
                    lines.add(valuations.stream().filter(found -> found.facility() == facility && found.offer() != null && found.offer() == position)
                            .findFirst().map(found -> SecurityLine.valued(found, offer, rates.apply(found.kind()), day))
                            .orElseGet(() -> SecurityLine.unseen(facility, position, offer)));
                }
            }
            valuations.stream().filter(found -> found.facility() == facility && found.offer() == null)
                    .forEach(found -> lines.add(SecurityLine.valued(found, null, rates.apply(found.kind()), day)));
        }
        return lines;
    }

    /** Securities found besides those the customer offered: the agreement has to name them. */
    List<SecurityOffer> further(int facility) {
        return of(facility).filter(line -> line.offer() == null).map(SecurityLine::asOffer).toList();
    }

    /** The most that may be lent under the facility; empty where no security is asked for. */
    Optional<Money> room(int facility) {
        BigDecimal cover = required.get(facility);
        return cover.signum() == 0 ? Optional.empty() : Optional.of(Money.rounded(counted(facility).amount()
                .divide(cover, MathContext.DECIMAL64), Money.CNY, RoundingMode.DOWN));
    }

    /** Side by side with the other constraints; what is asked for without security comes on top. */
    ConstraintLine line(ApplicationForm form) {
        List<Integer> secured = required.keySet().stream().filter(facility -> required.get(facility).signum() > 0).sorted().toList();
        if (secured.isEmpty()) {
            return Constraint.SECURITY_COVERAGE.notApplicable().noting("SECURITY_NOT_REQUIRED");
        }
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal unsecured = BigDecimal.ZERO;
        boolean open = false;
        Figures figures = new Figures();
        for (int facility = 1; facility <= form.facilities().size(); facility++) {
            Money requested = Money.cny(form.facilities().get(facility - 1).amount());
            Optional<Money> room = room(facility);
            sum = sum.add(room.map(requested::min).orElse(requested).amount());
            unsecured = room.isPresent() ? unsecured : unsecured.add(requested.amount());
            open |= room.filter(most -> most.compareTo(requested) < 0).isPresent() && of(facility).anyMatch(SecurityLine::toVerify);
            if (room.isPresent()) {
                figures.with("securityCounted", counted(facility).amount()).with("coverageRequired", required.get(facility));
            }
        }
        if (unsecured.signum() > 0) {
            figures.with("unsecuredRequest", unsecured);
        }
        ConstraintLine line = open ? Constraint.SECURITY_COVERAGE.missing(List.of("SECURITY_VALUE"))
                : Constraint.SECURITY_COVERAGE.known(sum, figures);
        return notes(secured).reduce(line, ConstraintLine::noting, (one, other) -> other);
    }

    private Stream<String> notes(List<Integer> secured) {
        List<SecurityLine> asked = lines.stream().filter(line -> secured.contains(line.facility())).toList();
        List<String> notes = new ArrayList<>();
        if (asked.isEmpty()) {
            notes.add("SECURITY_NONE");
        }
        note(notes, asked.stream().anyMatch(line -> line.standing() == SecurityLine.Standing.RELATED_GUARANTEE_ALONE), "RELATED_GUARANTEE_ALONE");
        note(notes, asked.stream().anyMatch(SecurityLine::toVerify), "SECURITY_TO_VERIFY");
        note(notes, asked.stream().anyMatch(line -> line.standing() == SecurityLine.Standing.NO_ADVANCE_RATE), "SECURITY_WITHOUT_RATE");
        note(notes, asked.stream().anyMatch(SecurityLine::pledged), "SECURITY_PLEDGED_BEFORE");
        return notes.stream();
    }

    private static void note(List<String> notes, boolean holds, String code) {
        if (holds) {
            notes.add(code);
        }
    }

    private Money counted(int facility) {
        return of(facility).map(SecurityLine::counted).reduce(Money.zero(Money.CNY), Money::plus);
    }

    private Stream<SecurityLine> of(int facility) {
        return lines.stream().filter(line -> line.facility() == facility);
    }

    /** A guarantee of a related party stands and falls with the customer: alone it secures nothing. */
    private static List<SecurityLine> withoutLoneGuarantees(List<SecurityLine> lines) {
        return lines.stream().map(line -> line.counts() && line.guaranteeOfRelated() && lines.stream()
                .noneMatch(other -> other.facility() == line.facility() && other.counts() && !other.guaranteeOfRelated())
                ? line.alone() : line).toList();
    }
}
