package io.shouxin.integration;

import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Wording;
import io.shouxin.origination.ConstraintLine;
import io.shouxin.origination.ConstraintLine.State;
import io.shouxin.origination.CreditProposalView;
import io.shouxin.origination.ProposalOutcome;
import io.shouxin.origination.SecurityLine;
import io.shouxin.origination.UnderwritingDesk;
import io.shouxin.rating.RatingView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The chapter of the rating report that tells how the limit was worked out on this rating (额度测算), in Chinese. */
@Component
class LimitChapter {

    private static final Locale ZH = Locale.CHINESE;
    private static final String NONE = "—";
    private static final String APPLICATIONS = "CA-";
    private static final Set<String> SHARES = Set.of("profitMargin", "expectedGrowth", "growthBelieved", "ownPastGrowth", "industryGrowth",
            "aboveIndustry", "growthCap", "yearlyRate", "debtToIncome", "invoiceSalesShare", "coverageRequired", "shareOfNetCapital",
            "shareOfTierOneCapital", "shareOfLendableFunds");
    private static final Set<String> FACTORS = Set.of("turns", "coverage", "repaymentYears", "gradeFactor", "netAssetMultiple");

    private final UnderwritingDesk underwriting;
    private final Wording words;

    LimitChapter(UnderwritingDesk underwriting, Wording words) {
        this.underwriting = underwriting;
        this.words = words;
    }

    /** Values for the template; {@code hasLimit} is false for a rating on which no limit was worked out. */
    Map<String, Object> of(RatingView rating) {
        Optional<CreditProposalView> proposal = rating.subject().startsWith(APPLICATIONS)
                ? underwriting.proposals(new ApplicationId(rating.subject())).stream().filter(each -> each.ratingId().equals(rating.id())).findFirst()
                : Optional.empty();
        Map<String, Object> values = new HashMap<>();
        values.put("hasLimit", proposal.isPresent());
        proposal.ifPresent(found -> fill(values, found));
        return values;
    }

    private void fill(Map<String, Object> values, CreditProposalView proposal) {
        boolean given = proposal.outcome() == ProposalOutcome.LIMIT_PROPOSED;
        values.put("limitProposal", proposal.proposalId().value());
        values.put("limitGiven", given);
        values.put("limitAmount", figures(proposal.amount()));
        values.put("limitBinding", proposal.bindingConstraint().isEmpty() ? NONE : word("constraint", proposal.bindingConstraint()));
        values.put("limitReasons", proposal.reasonCodes().stream().map(code -> word("reason", code)).collect(Collectors.joining("；")));
        values.put("constraints", proposal.constraints().stream().map(this::line).toList());
        values.put("hasSecurity", !proposal.security().isEmpty());
        values.put("securities", proposal.security().stream().map(this::security).toList());
        values.put("hasLever", proposal.lever() != null);
        values.put("lever", proposal.lever() == null ? "" : words.of("lever." + proposal.lever().code(), ZH,
                Map.of("by", "¥" + figures(proposal.lever().by()), "upTo", "¥" + figures(proposal.lever().upTo()))));
    }

    private Map<String, Object> line(ConstraintLine line) {
        String inputs = line.inputs().stream().map(input -> word("figure", input.code()) + " " + figure(input)).collect(Collectors.joining("；"));
        String notes = Stream.concat(line.notes().stream().map(code -> word("constraintNote", code)), line.missing().stream().map(this::missing))
                .collect(Collectors.joining("；"));
        return Map.of("name", word("constraint", line.code()), "bound", line.binding(), "formula", line.formulaZh(), "inputs", inputs,
                "remark", notes, "result", line.state() == State.KNOWN ? figures(line.amount()) : word("constraintState", line.state().name()));
    }

    private String missing(String code) {
        String[] item = code.split("@");
        return item.length == 1 ? "缺少" + word("underwritingFact", code) : "缺少" + item[1] + " " + word("statementItem", item[0]);
    }

    private Map<String, Object> security(SecurityLine line) {
        String standing = word("securityStanding", line.standing().name())
                + (line.approvedBy() == null ? "" : "，须经" + word("tier", line.approvedBy()) + "批准");
        boolean pledged = line.priorClaims() != null && line.priorClaims().isPositive();
        return Map.of("kind", line.kind() == null ? word("securityType", line.type().name()) : word("securityKind", line.kind().name()),
                "what", line.description(), "owner", line.owner() == null ? NONE : word("securityOwner", line.owner().name()),
                "value", line.value() == null ? NONE : figures(line.value()),
                "claims", line.priorClaims() == null ? NONE : figures(line.priorClaims()) + (pledged ? "（已抵押，第" + line.rank() + "顺位）" : ""),
                "rate", line.kind() == null || line.approvedBy() != null ? NONE : percent(line.advanceRate()), "covers", figures(line.counted()),
                "standing", standing);
    }

    private static String figure(ConstraintLine.Input input) {
        BigDecimal value = new BigDecimal(input.value());
        return SHARES.contains(input.code()) ? percent(value)
                : FACTORS.contains(input.code()) ? value.setScale(Math.min(4, Math.max(0, value.scale())), RoundingMode.HALF_UP).toPlainString() : figures(value);
    }

    private String word(String kind, String code) {
        return words.of(kind + "." + code, ZH);
    }

    private static String figures(Money money) {
        return figures(money.amount());
    }

    private static String figures(BigDecimal yuan) {
        return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(yuan);
    }

    private static String percent(BigDecimal fraction) {
        return fraction.movePointRight(2).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString() + "%";
    }
}
