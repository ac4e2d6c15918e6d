package io.shouxin.approval;

import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.policy.PolicyBook;
import io.shouxin.policy.PolicyDecision;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which way a case would go if it were opened now (审批路径预测): the tiers by the letter of authority in force, who may and may not act at
 * each, how long they took lately, and which other amount, security or grade would end at a lower tier. Opens nothing and logs nothing.
 */
@Service
@Transactional(readOnly = true)
public class PathForecast {

    private static final Duration LATELY = Duration.ofDays(365);
    private static final BigDecimal STEP = new BigDecimal("10000");
    private static final List<String> GRADES = List.of("EXCELLENT", "GOOD", "FAIR", "WATCH", "POOR");

    private final PolicyBook policies;
    private final People people;
    private final ApprovalCases cases;
    private final BusinessClock clock;

    PathForecast(JdbcClient jdbc, PolicyBook policies, People people, BusinessClock clock) {
        this.policies = policies;
        this.people = people;
        this.cases = new ApprovalCases(jdbc);
        this.clock = clock;
    }

    /** @param planned as it would be opened; its hash does not matter */
    public Path of(OpenApproval planned) {
        PolicyDecision authority = ask(planned);
        Tier named = Tier.named(authority, planned.straightThroughEligible());
        List<Tier> tiers = planned.authority().ladder(authority, planned.straightThroughEligible());
        Set<PersonId> declared = new LinkedHashSet<>();
        cases.of(planned.subjectType(), planned.subjectId()).forEach(round -> round.view().conflicts().forEach(conflict -> declared.add(conflict.officer())));
        Map<Tier, Duration> usual = cases.usualTimes(clock.instant().minus(LATELY));
        List<Step> steps = tiers.stream().map(tier -> step(tier, planned.madeBy(), declared, usual.get(tier))).toList();
        String row = authority.rows().size() == 1 ? authority.only().ruleId() : "";
        String reason = authority.rows().size() == 1 && authority.only().says("reasonCode") ? authority.only().text("reasonCode") : "";
        Optional<Tier> raised = Optional.of(planned.authority().atLeast()).filter(least -> least.compareTo(named) > 0);
        return new Path(authority.version(), row, reason, raised, steps, shorter(planned, tiers.get(tiers.size() - 1)));
    }

    private Step step(Tier tier, Set<PersonId> madeBy, Set<PersonId> declared, Duration usual) {
        List<Person> all = tier.role().map(people::inRole).orElse(List.of());
        List<String> may = all.stream().filter(person -> !madeBy.contains(person.id()) && !declared.contains(person.id())).map(person -> person.id().value()).toList();
        List<Barred> barred = new ArrayList<>();
        all.stream().filter(person -> madeBy.contains(person.id())).forEach(person -> barred.add(new Barred(person.id().value(), "OWN_CASE")));
        all.stream().filter(person -> declared.contains(person.id()) && !madeBy.contains(person.id()))
                .forEach(person -> barred.add(new Barred(person.id().value(), "CONFLICT_DECLARED")));
        BigDecimal days = usual == null ? null : BigDecimal.valueOf(usual.toMinutes()).divide(BigDecimal.valueOf(24 * 60), 1, RoundingMode.HALF_UP);
        return new Step(tier, may, barred, Optional.ofNullable(days));
    }

    /** What, changed alone, would end at a lower tier; found by asking the table again, not by reading it. Of cases that grant credit only. */
    private List<Shorter> shorter(OpenApproval planned, Tier last) {
        if (!planned.authority().policy().equals(Tier.POLICY)) {
            return List.of();
        }
        List<Shorter> found = new ArrayList<>();
        lowerAmount(planned, last).ifPresent(found::add);
        if (planned.securedShare().compareTo(BigDecimal.ONE) < 0) {
            Tier secured = last(with(planned, planned.amount(), planned.exposure(), planned.gradeCode(), BigDecimal.ONE));
            if (secured.compareTo(last) < 0) {
                found.add(new Shorter("SECURITY", "1", secured));
            }
        }
        for (int better = GRADES.indexOf(planned.gradeCode()) - 1; better >= 0; better--) {
            Tier graded = last(with(planned, planned.amount(), planned.exposure(), GRADES.get(better), planned.securedShare()));
            if (graded.compareTo(last) < 0) {
                found.add(new Shorter("GRADE", GRADES.get(better), graded));
                break;
            }
        }
        return found;
    }

    /** The largest amount, in steps of 10,000, that ends lower: the higher the amount, the higher the tier, so it is found by halving. */
    private Optional<Shorter> lowerAmount(OpenApproval planned, Tier last) {
        Money others = planned.exposure().minus(planned.amount());
        long low = 0;
        long high = planned.amount().amount().divide(STEP, 0, RoundingMode.CEILING).longValueExact();
        while (high - low > 1) {
            long middle = (low + high) / 2;
            if (lastWith(planned, others, middle).compareTo(last) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low == 0 ? Optional.empty()
                : Optional.of(new Shorter("AMOUNT", STEP.multiply(BigDecimal.valueOf(low)).toPlainString(), lastWith(planned, others, low)));
    }

    private Tier lastWith(OpenApproval planned, Money others, long steps) {
        Money amount = Money.cny(STEP.multiply(BigDecimal.valueOf(steps)).toPlainString());
        return last(with(planned, amount, others.plus(amount), planned.gradeCode(), planned.securedShare()));
    }

    private Tier last(OpenApproval asked) {
        return asked.authority().tier(ask(asked), asked.straightThroughEligible());
    }

    private PolicyDecision ask(OpenApproval asked) {
        return policies.evaluate(asked.authority().policy(), asked.asOf(), asked.authority().question());
    }

    private static OpenApproval with(OpenApproval planned, Money amount, Money exposure, String grade, BigDecimal securedShare) {
        return new OpenApproval(planned.subjectType(), planned.subjectId(), planned.subjectHash(), amount, exposure, grade, securedShare,
                planned.straightThroughEligible(), planned.madeBy(), planned.asOf()).atLeast(planned.authority().atLeast());
    }

    /**
     * The way a case would go.
     *
     * @param policyVersion of {@code approval-authority}
     * @param row           the row of the table that names the last tier; empty where none or several do, then the highest tier decides
     * @param reasonCode    why, as that row says; may be empty
     * @param raised        the tier that has to have the last word beyond what the table says, as something about the case demands
     * @param shorter       what would end at a lower tier; empty if nothing alone does
     */
    public record Path(String policyVersion, String row, String reasonCode, Optional<Tier> raised, List<Step> steps, List<Shorter> shorter) {
    }

    /** One tier. @param usualDays median from the decision before to the one at this tier, of the last year; empty without history */
    public record Step(Tier tier, List<String> may, List<Barred> mayNot, Optional<BigDecimal> usualDays) {
    }

    /** Somebody of the tier's role who may not act, and the refusal he would meet. */
    public record Barred(String officer, String code) {
    }

    /** @param lever {@code AMOUNT}, {@code SECURITY} or {@code GRADE}. @param value to what. @param lastTier where it would end */
    public record Shorter(String lever, String value, Tier lastTier) {
    }
}
