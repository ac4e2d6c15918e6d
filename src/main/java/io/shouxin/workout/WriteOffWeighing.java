package io.shouxin.workout;

import io.shouxin.contract.FacilityBook;
import io.shouxin.contract.FacilityView;
import io.shouxin.customer.ExchangeRates;
import io.shouxin.customer.InYuan;
import io.shouxin.document.DocumentDesk;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.FacilityId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.Refusal;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.LimitAccountStatus;
import io.shouxin.limit.LimitAccountView;
import io.shouxin.limit.LimitLedger;
import io.shouxin.origination.ApplicationDesk;
import io.shouxin.origination.ApplicationView;
import io.shouxin.rating.RatingDesk;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What speaks against writing something off, as things stand now: the same judgement when it is proposed and on the day it is booked. */
@Component
class WriteOffWeighing {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 2000;
    private static final int MOST_PAPERS = 10;
    private static final String UNRATED = "UNKNOWN";

    private final FacilityBook facilities;
    private final LimitLedger ledger;
    private final ApplicationDesk applications;
    private final DocumentDesk documents;
    private final RatingDesk ratings;
    private final ExchangeRates rates;
    private final BusinessClock clock;

    WriteOffWeighing(FacilityBook facilities, LimitLedger ledger, ApplicationDesk applications, DocumentDesk documents, RatingDesk ratings,
                     ExchangeRates rates, BusinessClock clock) {
        this.facilities = facilities;
        this.ledger = ledger;
        this.applications = applications;
        this.documents = documents;
        this.ratings = ratings;
        this.rates = rates;
        this.clock = clock;
    }

    /**
     * @return what it is in figures, or everything against it: {@code WRITE_OFF_FACILITY_UNKNOWN}, else {@code WRITE_OFF_REASON_MISSING,
     *         WRITE_OFF_EXPLANATION, WRITE_OFF_NEEDS_PAPER, WRITE_OFF_PAPER_UNKNOWN, WRITE_OFF_AMOUNT, WRITE_OFF_ABOVE_DRAWN,
     *         WRITE_OFF_STILL_OPEN_FOR_DRAWS, WRITE_OFF_APPLICATION_OPEN, WRITE_OFF_NO_RATE}
     */
    Outcome<WriteOff.Weighed> weigh(ProposeWriteOff proposal) {
        Optional<FacilityView> found = Optional.ofNullable(proposal.facility()).flatMap(facilities::find);
        Optional<LimitAccountView> account = found.flatMap(facility -> ledger.account(LimitAccountId.of(facility.id())));
        if (account.isEmpty()) {
            return Outcome.refused(Refusal.of("WRITE_OFF_FACILITY_UNKNOWN").at("facilityId").with("facility", String.valueOf(proposal.facility())));
        }
        FacilityView facility = found.get();
        List<Refusal> refusals = new ArrayList<>(words(proposal));
        refusals.addAll(papers(proposal, facility));
        Outcome<Money> amount = amount(proposal.amount(), account.get().utilised());
        refusals.addAll(amount.refusals());
        refusals.addAll(obstacles(facility));
        Optional<Money> base = amount.isDone() ? inYuan(amount.orElseThrow(), clock.today()) : Optional.of(Money.zero(Money.CNY));
        if (base.isEmpty()) {
            refusals.add(Refusal.of("WRITE_OFF_NO_RATE").at("amount").with("currency", amount.orElseThrow().currency()));
        }
        String grade = ratings.latest(facility.customer()).map(rating -> rating.grade().name()).orElse(UNRATED);
        return refusals.isEmpty() ? Outcome.done(new WriteOff.Weighed(proposal, facility.customer(), amount.orElseThrow(), base.orElseThrow(),
                account.get().utilised(), grade)) : Outcome.refused(refusals);
    }

    /** What speaks against any write-off of this facility, whatever the amount; empty for one not in the ledger. */
    List<Refusal> obstacles(FacilityView facility) {
        List<Refusal> refusals = new ArrayList<>();
        List<LimitAccountView> line = ledger.line(LimitAccountId.of(facility.id()));
        if (!line.isEmpty() && line.stream().allMatch(this::takesDraws)) {
            refusals.add(Refusal.of("WRITE_OFF_STILL_OPEN_FOR_DRAWS").at("facilityId").with("facility", facility.id()));
        }
        applications.of(facility.customer()).stream().filter(application -> application.status().isOpen()).map(ApplicationView::applicationId).findFirst()
                .ifPresent(open -> refusals.add(Refusal.of("WRITE_OFF_APPLICATION_OPEN").at("facilityId").with("application", open)));
        return refusals;
    }

    /** What is drawn on it now; empty for a facility not in the ledger. */
    Optional<Money> drawn(FacilityId facility) {
        return ledger.account(LimitAccountId.of(facility)).map(LimitAccountView::utilised);
    }

    /** A sum in yuan at the newest rate not after the day; empty without one. */
    Optional<Money> inYuan(Money sum, LocalDate day) {
        return rates.inYuan(sum, day).map(InYuan::amount);
    }

    private boolean takesDraws(LimitAccountView account) {
        return account.status() == LimitAccountStatus.ACTIVE && account.validTo().filter(last -> last.isBefore(clock.today())).isEmpty();
    }

    private static List<Refusal> words(ProposeWriteOff proposal) {
        List<Refusal> refusals = new ArrayList<>();
        if (proposal.reasonCode() == null) {
            refusals.add(Refusal.of("WRITE_OFF_REASON_MISSING").at("reasonCode"));
        }
        explanation(proposal.reason(), "reason").ifPresent(refusals::add);
        explanation(proposal.measures(), "measures").ifPresent(refusals::add);
        return refusals;
    }

    private static Optional<Refusal> explanation(String text, String field) {
        return text.length() >= SHORTEST && text.length() <= LONGEST ? Optional.empty()
                : Optional.of(Refusal.of("WRITE_OFF_EXPLANATION").at(field).with("least", SHORTEST).with("most", LONGEST));
    }

    private List<Refusal> papers(ProposeWriteOff proposal, FacilityView facility) {
        if (proposal.papers().isEmpty() || proposal.papers().size() > MOST_PAPERS) {
            return List.of(Refusal.of("WRITE_OFF_NEEDS_PAPER").at("papers").with("most", MOST_PAPERS));
        }
        return proposal.papers().stream().filter(paper -> !isOf(facility, paper)).map(paper -> Refusal.of("WRITE_OFF_PAPER_UNKNOWN").at("papers")
                .with("paper", paper)).toList();
    }

    private boolean isOf(FacilityView facility, DocumentId paper) {
        return documents.find(paper).filter(found -> found.customer().equals(facility.customer())).isPresent();
    }

    private static Outcome<Money> amount(BigDecimal amount, Money drawn) {
        try {
            Money sum = amount == null ? null : Money.of(amount, drawn.currency());
            if (sum == null || !sum.isPositive()) {
                return Outcome.refused(Refusal.of("WRITE_OFF_AMOUNT").at("amount").with("drawn", drawn));
            }
            return sum.compareTo(drawn) <= 0 ? Outcome.done(sum)
                    : Outcome.refused(Refusal.of("WRITE_OFF_ABOVE_DRAWN").at("amount").with("drawn", drawn).with("amount", sum));
        } catch (ArithmeticException outOfRange) {
            return Outcome.refused(Refusal.of("WRITE_OFF_AMOUNT").at("amount").with("drawn", drawn));
        }
    }
}
