package io.shouxin.workout;

import io.shouxin.audit.AuditTrail;
import io.shouxin.document.DocumentDesk;
import io.shouxin.identity.People;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.WriteOffId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what comes in after a write-off (核销后收回): an amount, a day, the paper that proves it. The ledger does not move. */
@Service
@Transactional
public class RecoveryDesk {

    private static final int LONGEST_REMARK = 500;

    private final WriteOffs writeOffs;
    private final Recoveries recoveries;
    private final DocumentDesk documents;
    private final People people;
    private final BusinessClock clock;
    private final AuditTrail audit;

    RecoveryDesk(WriteOffs writeOffs, Recoveries recoveries, DocumentDesk documents, People people, BusinessClock clock, AuditTrail audit) {
        this.writeOffs = writeOffs;
        this.recoveries = recoveries;
        this.documents = documents;
        this.people = people;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Records a recovery. Said again with the same paper, amount and day it answers with what stands.
     *
     * @param amount in the write-off's currency; with all before it not more than was written off
     * @return the write-off, or {@code MAY_NOT_PROPOSE_WRITE_OFF, WRITE_OFF_UNKNOWN, WRITE_OFF_NOT_AT_THIS_STAGE}, else all of
     *         {@code RECOVERY_AMOUNT, RECOVERY_ABOVE_WRITTEN_OFF, RECOVERY_DAY, RECOVERY_NEEDS_PAPER, RECOVERY_PAPER_USED, RECOVERY_REMARK}
     */
    public Outcome<WriteOffView> record(WriteOffId id, BigDecimal amount, LocalDate receivedOn, DocumentId paper, String remark, PersonId officer) {
        if (people.find(officer).filter(person -> WriteOffDesk.MAKERS.stream().anyMatch(person::is)).isEmpty()) {
            return Outcome.refused(Refusal.of("MAY_NOT_PROPOSE_WRITE_OFF"));
        }
        Optional<WriteOff> found = writeOffs.locked(id.value());
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of("WRITE_OFF_UNKNOWN").with("writeOff", id));
        }
        WriteOffView booked = found.get().view(recoveries.of(id));
        if (booked.status() != WriteOffStatus.WRITTEN_OFF) {
            return Outcome.refused(Refusal.of("WRITE_OFF_NOT_AT_THIS_STAGE").with("writeOff", id).with("status", "writeOffStatus." + booked.status()));
        }
        String kept = remark == null ? "" : remark.strip();
        List<Refusal> refusals = new ArrayList<>();
        Optional<Money> sum = sum(amount, booked, refusals);
        Optional<WriteOffView.Recovery> before = booked.recoveries().stream().filter(recovery -> recovery.paper().equals(paper)).findFirst();
        if (before.isPresent() && sum.filter(before.get().amount()::equals).isPresent() && before.get().receivedOn().equals(receivedOn)) {
            return Outcome.done(booked);
        }
        if (sum.isPresent() && booked.recovered().plus(sum.get()).compareTo(booked.amount()) > 0) {
            refusals.add(Refusal.of("RECOVERY_ABOVE_WRITTEN_OFF").at("amount").with("left", booked.amount().minus(booked.recovered())));
        }
        if (receivedOn == null || receivedOn.isAfter(clock.today()) || receivedOn.isBefore(booked.bookedOn().orElseThrow())) {
            refusals.add(Refusal.of("RECOVERY_DAY").at("receivedOn").with("from", booked.bookedOn().orElseThrow()).with("to", clock.today()));
        }
        if (paper == null || documents.find(paper).filter(known -> known.customer().equals(booked.customer())).isEmpty()) {
            refusals.add(Refusal.of("RECOVERY_NEEDS_PAPER").at("documentId"));
        } else if (before.isPresent()) {
            refusals.add(Refusal.of("RECOVERY_PAPER_USED").at("documentId").with("paper", paper));
        }
        if (kept.length() > LONGEST_REMARK) {
            refusals.add(Refusal.of("RECOVERY_REMARK").at("remark").with("most", LONGEST_REMARK));
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        WriteOffView.Recovery recovery = new WriteOffView.Recovery(booked.recoveries().size() + 1, sum.orElseThrow(), receivedOn, paper, kept, officer,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        recoveries.add(id, recovery);
        found.get().recovers(recovery.amount());
        audit.record(id.value(), "WRITE_OFF_RECOVERED", officer, recovery.amount() + " on " + receivedOn + " " + paper);
        return Outcome.done(found.get().view(recoveries.of(id)));
    }

    private static Optional<Money> sum(BigDecimal amount, WriteOffView booked, List<Refusal> refusals) {
        try {
            Optional<Money> sum = Optional.ofNullable(amount).map(given -> Money.of(given, booked.amount().currency())).filter(Money::isPositive);
            if (sum.isEmpty()) {
                refusals.add(Refusal.of("RECOVERY_AMOUNT").at("amount"));
            }
            return sum;
        } catch (ArithmeticException outOfRange) {
            refusals.add(Refusal.of("RECOVERY_AMOUNT").at("amount"));
            return Optional.empty();
        }
    }
}
