package io.shouxin.origination.web;

import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.origination.AmendedCovenant;
import io.shouxin.origination.ConstraintLine;
import io.shouxin.origination.Covenant;
import io.shouxin.origination.CreditProposalView;
import io.shouxin.origination.LimitLever;
import io.shouxin.origination.ProposedFacility;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A credit proposal as it is sent: money and rates as decimal text. */
record ProposalText(String proposalId, String grantingEntity, int version, boolean current, String outcome, String amount, String requested,
                    String exposureAfter, String currency, String bindingConstraint, List<Constraint> constraints,
                    List<SecurityText.Line> security, Lever lever, List<Facility> facilities, String rate,
                    int paymentTermDays, int reviewCycleMonths, String grade, String ratingId, List<String> conditions, List<Covenant> covenants,
                    List<AmendedCovenant> amendments, List<String> reasonCodes, boolean straightThroughEligible, List<String> obstacles, Map<String, String> policyVersions,
                    String sha256, List<String> madeBy, Instant createdAt) {

    static ProposalText of(CreditProposalView view) {
        return new ProposalText(view.proposalId().value(), view.entity().value(), view.version(), view.current(), view.outcome().name(), text(view.amount()),
                text(view.requested()), text(view.exposureAfter()), view.amount().currency().getCurrencyCode(), view.bindingConstraint(),
                view.constraints().stream().map(Constraint::of).toList(),
                view.security().stream().map(SecurityText.Line::of).toList(), Lever.of(view.lever()), view.facilities().stream().map(Facility::of).toList(),
                view.rate() == null ? null : view.rate().toString(), view.paymentTermDays(), view.reviewCycleMonths(), view.grade(),
                view.ratingId().value(), view.conditions(), view.covenants(), view.amendments(), view.reasonCodes(), view.straightThroughEligible(), view.obstacles(),
                view.policyVersions(), view.sha256(), view.madeBy().stream().map(PersonId::value).toList(), view.createdAt());
    }

    private static String text(Money money) {
        return money == null ? null : money.amount().toPlainString();
    }

    record Constraint(String code, String state, String formulaZh, String formulaEn, List<ConstraintLine.Input> inputs, String amount,
                      List<String> missing, List<String> notes, boolean binding) {

        static Constraint of(ConstraintLine line) {
            return new Constraint(line.code(), line.state().name(), line.formulaZh(), line.formulaEn(), line.inputs(), text(line.amount()),
                    line.missing(), line.notes(), line.binding());
        }
    }

    /** What would raise the limit: by how much more of the binding constraint's input, up to which limit. */
    record Lever(String code, String by, String upTo) {

        static Lever of(LimitLever lever) {
            return lever == null ? null : new Lever(lever.code(), text(lever.by()), text(lever.upTo()));
        }
    }

    record Facility(int position, String kind, String product, String requested, String amount, int tenorMonths, boolean revolving,
                    String rate, Integer paymentTermDays, String purpose) {

        static Facility of(ProposedFacility facility) {
            return new Facility(facility.position(), facility.kind().name(), facility.product(), text(facility.requested()),
                    text(facility.amount()), facility.tenorMonths(), facility.revolving(),
                    facility.rate() == null ? null : facility.rate().toString(), facility.paymentTermDays(), facility.purpose());
        }
    }
}
