package io.shouxin.replay;

import io.shouxin.approval.Tier;
import io.shouxin.kernel.Probability;
import io.shouxin.limit.HeadroomView;
import io.shouxin.limit.LimitLedger;
import io.shouxin.limit.LimitLevel;
import io.shouxin.origination.PastApplications.Limit;
import io.shouxin.origination.PastApplications.Past;
import io.shouxin.policy.PolicyBook;
import io.shouxin.policy.PolicyInputMissing;
import io.shouxin.policy.PolicyInputUnknown;
import io.shouxin.policy.PolicySet;
import io.shouxin.policy.PolicyTable;
import io.shouxin.policy.PolicyVersionUnknown;
import io.shouxin.rating.Grade;
import io.shouxin.rating.RatingRecount;
import io.shouxin.rating.RatingView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One run of a draft over the past and the present. Each case is told twice from its stored facts: by the tables it was decided by,
 * which must give what was decided, and by the same tables with the draft in place of its policy.
 */
final class ReplayRun {

    private static final String LOSS_GIVEN_DEFAULT = "loss-given-default";

    private final PolicyBook book;
    private final LimitLedger ledger;
    private final String policy;
    private final String version;
    private final PolicyTable draft;
    private final LocalDate today;
    private final Consumer<ReplayLine> lines;
    private final Tally applications = new Tally();
    private final Tally customers = new Tally();

    /** @param lines takes everybody the draft treats otherwise */
    ReplayRun(PolicyBook book, LimitLedger ledger, PolicyDraft drafted, PolicyTable draft, LocalDate today, Consumer<ReplayLine> lines) {
        this.book = book;
        this.ledger = ledger;
        this.policy = drafted.policy();
        this.version = drafted.version();
        this.draft = draft;
        this.today = today;
        this.lines = lines;
    }

    Tally applications() {
        return applications;
    }

    Tally customers() {
        return customers;
    }

    /** @param rated the newest rating made for it; empty when it never came so far */
    void application(Past past, Optional<RatingView> rated) {
        applications.found();
        if (rated.isEmpty()) {
            applications.notReplayed("NOT_RATED");
            return;
        }
        RatingView rating = rated.get();
        Map<String, String> versions = new HashMap<>(rating.policyVersions());
        versions.putAll(past.policyVersions());
        Case told = told(rating, versions, past.policyAsOf(), applications);
        if (told == null) {
            return;
        }
        applications.grade(rating.grade(), told.grade());
        Limit before = past.hasProposal() ? limit(past, rating, rating.grade().name(), told.asDecided(), false) : null;
        Limit after = before == null ? null : limit(past, rating, told.grade().name(), told.withDraft(), told.recount().knockedOut());
        if (past.hasProposal() && (after == null || before.amount().compareTo(past.limit()) != 0)) {
            applications.limitNotRecounted();
            before = null;
            after = null;
        }
        if (before == null || after == null) {
            line("APPLICATION", past.application().value(), rating, told, null, null, null, null, null, null);
            return;
        }
        applications.limit(before.amount().amount(), after.amount().amount());
        Tier tierBefore = tier(before, rating.grade().name(), told.asDecided());
        Tier tierAfter = tier(after, told.grade().name(), told.withDraft());
        applications.tier(tierBefore, tierAfter);
        BigDecimal lossBefore = loss(rating.pd().fraction(), before.amount().amount(), told.asDecided());
        BigDecimal lossAfter = loss(told.pd().fraction(), after.amount().amount(), told.withDraft());
        applications.loss(before.amount().amount(), after.amount().amount(), lossBefore, lossAfter);
        line("APPLICATION", past.application().value(), rating, told, before, after, tierBefore, tierAfter, lossBefore, lossAfter);
    }

    void customer(RatingView rating) {
        customers.found();
        Case told = told(rating, rating.policyVersions(), rating.asOf(), customers);
        if (told == null) {
            return;
        }
        customers.grade(rating.grade(), told.grade());
        BigDecimal exposure = ledger.headroom(rating.customer()).map(ReplayRun::exposure).orElse(BigDecimal.ZERO);
        BigDecimal lossBefore = loss(rating.pd().fraction(), exposure, told.asDecided());
        BigDecimal lossAfter = loss(told.pd().fraction(), exposure, told.withDraft());
        customers.loss(exposure, exposure, lossBefore, lossAfter);
        line("CUSTOMER", rating.customer().value(), rating, told, null, null, null, null, lossBefore, lossAfter);
    }

    /** Null, and counted as such, when the case cannot be told again, or not by the draft. */
    private Case told(RatingView rating, Map<String, String> versions, LocalDate asOf, Tally tally) {
        PolicySet asDecided = book.pinned(versions).orElse(book.on(asOf)).orElse(book.on(today));
        try {
            RatingRecount again = RatingRecount.of(rating, asDecided);
            if (again.grade() != rating.modelGrade() || again.score().compareTo(rating.score()) != 0
                    || !again.pd().equals(rating.modelPd())) {
                tally.notReplayed("NOT_REPRODUCIBLE");
                return null;
            }
            PolicySet withDraft = asDecided.with(policy, version, draft);
            return Case.of(rating, asDecided, withDraft);
        } catch (PolicyInputMissing missing) {
            tally.notReplayed("FACTS_NOT_STORED");
        } catch (PolicyVersionUnknown unknown) {
            tally.notReplayed("VERSION_UNKNOWN");
        } catch (PolicyInputUnknown | IllegalStateException | IllegalArgumentException noAnswer) {
            tally.notReplayed("NO_ANSWER");
        }
        return null;
    }

    /** Null when the proposal cannot be worked out again. */
    private static Limit limit(Past past, RatingView rating, String grade, PolicySet policies, boolean knockedOut) {
        if (knockedOut) {
            return past.withoutLimit();
        }
        try {
            return past.recounted(rating, grade, policies).orElse(null);
        } catch (PolicyVersionUnknown | PolicyInputMissing | PolicyInputUnknown | IllegalStateException | IllegalArgumentException noAnswer) {
            return null;
        }
    }

    private static Tier tier(Limit limit, String grade, PolicySet policies) {
        return limit.amount().isPositive() ? Tier.named(policies.evaluate(Tier.POLICY, Tier.question(limit.amount(), limit.exposureAfter(),
                grade, BigDecimal.ZERO, limit.straightThroughEligible())), limit.straightThroughEligible()) : null;
    }

    /** PD × LGD × exposure, security left out of account as it is in approval. */
    private static BigDecimal loss(BigDecimal pd, BigDecimal exposure, PolicySet policies) {
        BigDecimal lgd = policies.evaluate(LOSS_GIVEN_DEFAULT, Map.of("securedShare", BigDecimal.ZERO)).only().number("lossGivenDefault");
        return pd.multiply(lgd).multiply(exposure).setScale(4, RoundingMode.HALF_UP);
    }

    private static BigDecimal exposure(HeadroomView headroom) {
        return headroom.levels().stream().filter(level -> level.account().level() == LimitLevel.CUSTOMER)
                .map(level -> level.reserved().plus(level.committed()).amount()).findFirst().orElse(BigDecimal.ZERO);
    }

    private void line(String population, String subject, RatingView rating, Case told, Limit before, Limit after, Tier tierBefore,
                      Tier tierAfter, BigDecimal lossBefore, BigDecimal lossAfter) {
        boolean otherLimit = before != null && before.amount().compareTo(after.amount()) != 0;
        if (rating.grade() != told.grade() || otherLimit || tierBefore != tierAfter) {
            lines.accept(new ReplayLine(population, subject, rating.customer().value(), rating.grade().name(), told.grade().name(),
                    before == null ? null : before.amount().amount(), after == null ? null : after.amount().amount(),
                    tierBefore == null ? null : tierBefore.name(), tierAfter == null ? null : tierAfter.name(), lossBefore, lossAfter));
        }
    }

    /** A rating told by both sets of tables. An expert's grade stays as long as the draft gives the grade it was asked on. */
    private record Case(PolicySet asDecided, PolicySet withDraft, RatingRecount recount, Grade grade, Probability pd) {

        static Case of(RatingView rating, PolicySet asDecided, PolicySet withDraft) {
            RatingRecount recount = RatingRecount.of(rating, withDraft);
            boolean overridden = rating.override().isPresent() && !recount.knockedOut() && recount.grade() == rating.modelGrade();
            return new Case(asDecided, withDraft, recount, overridden ? rating.grade() : recount.grade(), overridden ? rating.pd() : recount.pd());
        }
    }
}
