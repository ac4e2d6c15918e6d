package io.shouxin.limit;

import io.shouxin.kernel.Money;
import io.shouxin.kernel.Outcome;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Works out, verb by verb, what a command does to the accounts of a path (group if any, customer, facility if any). */
class LedgerPlans {

    private final LimitAccounts accounts;
    private final LimitReservations reservations;

    LedgerPlans(LimitAccounts accounts, LimitReservations reservations) {
        this.accounts = accounts;
        this.reservations = reservations;
    }

    /** Changes the ceiling of a group or customer, or the commitment of a facility. */
    Outcome<Plan> adjust(LedgerCommand command, List<Account> path, BigDecimal by) {
        Account leaf = leaf(path);
        if (leaf.isFacility()) {
            Plan plan = new Plan(command.amount());
            moveFacility(plan, command, path, by, BigDecimal.ZERO, false);
            return Outcome.done(plan);
        }
        if (leaf.ceiling() == null) {
            return Outcome.refused(LimitRefusals.of("NOT_GRANTED", leaf.id()));
        }
        Plan plan = new Plan(command.amount());
        if (leaf.isCustomer()) {
            move(plan, command, path, Movement.along(path, Movement.none(leaf.id()).ceilingBy(by), null), false);
        } else {
            move(plan, command, path, List.of(Movement.none(leaf.id()).ceilingBy(by)), false);
        }
        return Outcome.done(plan);
    }

    Outcome<Plan> grant(LedgerCommand command, List<Account> path, boolean ringFenced) {
        Account leaf = leaf(path);
        if (leaf.isFacility() || ringFenced && leaf.parent() == null) {
            return Outcome.refused(LimitRefusals.of("WRONG_LEVEL", leaf.id()));
        }
        if (leaf.ceiling() != null) {
            return Outcome.refused(LimitRefusals.of("ALREADY_GRANTED", leaf.id()).with("ceiling", leaf.money(leaf.ceiling())));
        }
        Plan plan = new Plan(command.amount()).definingCeiling(true);
        BigDecimal ceiling = command.amount().amount();
        Movement granted = Movement.none(leaf.id()).ceilingBy(ceiling);
        if (ringFenced) {
            Movement aside = Movement.none(leaf.parent()).setAsideBy(ceiling.subtract(leaf.bound()).max(BigDecimal.ZERO));
            move(plan, command, path, List.of(aside, granted), true);
            plan.step(step(() -> {
                accounts.fence(leaf.id(), true);
                return true;
            }, () -> accounts.fence(leaf.id(), false)));
        } else {
            move(plan, command, path, List.of(granted), true);
        }
        return Outcome.done(plan);
    }

    Outcome<Plan> changeStatus(List<Account> path, LimitAccountStatus from, LimitAccountStatus to, String refusal) {
        Account leaf = leaf(path);
        if (leaf.status() != from) {
            return Outcome.refused(LimitRefusals.of(refusal, leaf.id()).with("status", "limitStatus." + leaf.status()));
        }
        return Outcome.done(new Plan(leaf.money(BigDecimal.ZERO))
                .step(step(() -> accounts.changeStatus(leaf.id(), from, to), () -> accounts.changeStatus(leaf.id(), to, from)))
                .journal(Movement.none(leaf.id())));
    }

    Outcome<Plan> reserve(LedgerCommand command, List<Account> path, ReserveLimit reserve, ReservationId id) {
        Account customer = leaf(path);
        Money amount = reserve.amount();
        boolean capped = reserve.singleCustomerCap().isPresent();
        if (capped) {
            Money cap = reserve.singleCustomerCap().get();
            Money exposure = customer.view().exposure();
            if (!cap.currency().equals(amount.currency()) || exposure.plus(amount).compareTo(cap) > 0) {
                return LimitRefusals.status(path, command.valueDate()).<Outcome<Plan>>map(Outcome::refused)
                        .orElseGet(() -> Outcome.refused(LimitRefusals.of("SINGLE_CUSTOMER_CAP", customer.id()).at("amount")
                                .with("cap", cap).with("exposure", exposure).with("requested", amount)));
            }
        }
        BigDecimal provisional = reserve.purpose() == ReservationPurpose.NEW_CREDIT ? amount.amount() : BigDecimal.ZERO;
        Plan plan = new Plan(amount).about(id);
        move(plan, command, path, Movement.along(path,
                Movement.none(customer.id()).reservedBy(amount.amount(), provisional), null), capped);
        plan.step(step(() -> {
            reservations.open(id, reserve);
            return true;
        }, () -> reservations.discard(id)));
        return Outcome.done(plan);
    }

    Outcome<Plan> confirm(LedgerCommand command, List<Account> path, ReservationView held, List<FacilityCommitment> facilities) {
        Account customer = leaf(path);
        BigDecimal committed = command.amount().amount();
        boolean newCredit = held.purpose() == ReservationPurpose.NEW_CREDIT;
        Movement onCustomer = Movement.none(customer.id())
                .reservedBy(held.amount().amount().negate(), newCredit ? held.amount().amount().negate() : BigDecimal.ZERO)
                .committedBy(committed);
        boolean firstCeiling = newCredit && customer.ceiling() == null;
        if (newCredit) {
            onCustomer = onCustomer.ceilingBy(firstCeiling ? customer.bound().add(committed) : committed);
        }
        Plan plan = new Plan(command.amount()).about(held.id()).definingCeiling(firstCeiling);
        end(plan, held, ReservationView.Status.CONFIRMED, committed);
        move(plan, command, path, Movement.along(path, onCustomer, null), firstCeiling);
        for (FacilityCommitment facility : facilities) {
            LimitAccountId id = LimitAccountId.of(facility.facility());
            LimitAccounts.FacilityTerms terms = new LimitAccounts.FacilityTerms(facility.amount().amount(), newCredit,
                    facility.revolving(), facility.validTo());
            plan.step(step(() -> accounts.open(id, customer.id(), customer.currency(), terms), () -> accounts.discard(id)))
                    .journal(Movement.none(id).committedBy(facility.amount().amount()));
        }
        return Outcome.done(plan);
    }

    /** Gives a whole reservation back. */
    Outcome<Plan> giveBack(LedgerCommand command, List<Account> path, ReservationView held, ReservationView.Status how) {
        BigDecimal amount = held.amount().amount().negate();
        Plan plan = new Plan(held.amount()).about(held.id());
        end(plan, held, how, BigDecimal.ZERO);
        move(plan, command, path, Movement.along(path, Movement.none(leaf(path).id())
                .reservedBy(amount, held.purpose() == ReservationPurpose.NEW_CREDIT ? amount : BigDecimal.ZERO), null), false);
        return Outcome.done(plan);
    }

    Outcome<Plan> draw(LedgerCommand command, List<Account> path) {
        Plan plan = new Plan(command.amount());
        moveFacility(plan, command, path, BigDecimal.ZERO, command.amount().amount(), false);
        return Outcome.done(plan);
    }

    /** What is repaid on a one-off or ended facility can't be drawn again, so its commitment falls with it. */
    Outcome<Plan> repay(LedgerCommand command, List<Account> path) {
        Account facility = leaf(path);
        BigDecimal back = command.amount().amount().negate();
        boolean redrawable = facility.revolving()
                && (facility.status() == LimitAccountStatus.ACTIVE || facility.status() == LimitAccountStatus.SUSPENDED);
        Plan plan = new Plan(command.amount());
        moveFacility(plan, command, path, redrawable ? BigDecimal.ZERO : back, back, true);
        return Outcome.done(plan);
    }

    /** Ends a facility: what is undrawn lapses. */
    Outcome<Plan> end(LedgerCommand command, List<Account> path, LimitAccountStatus how) {
        Account facility = leaf(path);
        if (!facility.isFacility()) {
            return Outcome.refused(LimitRefusals.of("WRONG_LEVEL", facility.id()));
        }
        if (facility.status() == LimitAccountStatus.EXPIRED || facility.status() == LimitAccountStatus.CLOSED) {
            return LimitRefusals.status(List.of(facility), command.valueDate()).<Outcome<Plan>>map(Outcome::refused).orElseThrow();
        }
        if (how == LimitAccountStatus.EXPIRED && (facility.validTo() == null || !facility.validTo().isBefore(command.valueDate()))) {
            return Outcome.refused(LimitRefusals.of("ACCOUNT_NOT_EXPIRED", facility.id()).with("validTo", facility.validTo()));
        }
        if (how == LimitAccountStatus.CLOSED && facility.utilised().signum() > 0) {
            return Outcome.refused(LimitRefusals.of("STILL_UTILISED", facility.id()).with("utilised", facility.money(facility.utilised())));
        }
        Plan plan = new Plan(facility.money(facility.free()));
        moveFacility(plan, command, path, facility.free().negate(), BigDecimal.ZERO, true);
        plan.step(step(() -> accounts.changeStatus(facility.id(), facility.status(), how),
                () -> accounts.changeStatus(facility.id(), how, facility.status())));
        return Outcome.done(plan);
    }

    /** Takes a past command back by the opposite movements; the group's are worked out as things stand now. */
    Outcome<Plan> reverse(LedgerCommand command, List<Account> path, List<Movement> past) {
        Account leaf = leaf(path);
        Plan plan = new Plan(command.amount());
        Movement onLeaf = on(leaf.id(), past);
        if (leaf.isFacility()) {
            Movement onCustomer = on(path.get(path.size() - 2).id(), past);
            move(plan, command, path, Movement.along(path, onCustomer, onLeaf), true);
        } else {
            move(plan, command, path, leaf.isCustomer() ? Movement.along(path, onLeaf, null) : List.of(onLeaf), false);
        }
        return Outcome.done(plan);
    }

    /** Takes a customer's balances from the group it was in, if any, to the group it is in now, if any. */
    Outcome<Plan> moveTo(LedgerCommand command, List<Account> path, LimitAccountId newGroup) {
        Account customer = leaf(path);
        BigDecimal aside = customer.ringFenced() ? customer.free() : BigDecimal.ZERO;
        Plan plan = new Plan(customer.money(customer.committed()));
        if (customer.parent() != null) {
            Movement leaving = Movement.none(customer.parent()).reservedBy(customer.reserved().negate(), BigDecimal.ZERO)
                    .committedBy(customer.committed().negate()).utilisedBy(customer.utilised().negate()).setAsideBy(aside.negate());
            move(plan, command, path, List.of(leaving), true);
        }
        if (newGroup != null) {
            Movement joining = Movement.none(newGroup).reservedBy(customer.reserved(), BigDecimal.ZERO)
                    .committedBy(customer.committed()).utilisedBy(customer.utilised()).setAsideBy(aside);
            move(plan, command, accounts.path(newGroup), List.of(joining), false);
        }
        plan.step(step(() -> accounts.reparent(customer, newGroup), () -> accounts.returnTo(customer)));
        plan.journal(Movement.none(customer.id()));
        return Outcome.done(plan);
    }

    private void moveFacility(Plan plan, LedgerCommand command, List<Account> path, BigDecimal committed, BigDecimal utilised, boolean exact) {
        Account facility = leaf(path);
        Account customer = path.get(path.size() - 2);
        Movement onCustomer = Movement.none(customer.id()).committedBy(committed).utilisedBy(utilised);
        if (facility.ownLine() && customer.ceiling() != null && committed.signum() != 0) {
            onCustomer = onCustomer.ceilingBy(committed);
        }
        move(plan, command, path, Movement.along(path, onCustomer,
                Movement.none(facility.id()).committedBy(committed).utilisedBy(utilised)), exact);
    }

    /** @param exact true if the leaf must not have changed since it was read */
    private void move(Plan plan, LedgerCommand command, List<Account> path, List<Movement> movements, boolean exact) {
        for (Movement m : movements) {
            Account asRead = path.stream().filter(account -> account.id().equals(m.account())).findFirst().orElseThrow();
            boolean mustBeAsRead = exact && asRead == leaf(path);
            plan.step(step(() -> accounts.move(m, asRead, mustBeAsRead, command.isEasing(), command.valueDate()),
                    () -> accounts.takeBack(m, asRead))).journal(m);
        }
    }

    private void end(Plan plan, ReservationView held, ReservationView.Status how, BigDecimal confirmed) {
        plan.step(step(() -> reservations.end(held.id(), how, confirmed), () -> reservations.reopen(held.id())));
    }

    private static Movement on(LimitAccountId account, List<Movement> past) {
        return past.stream().filter(m -> m.account().equals(account)).findFirst().map(Movement::negated)
                .orElseGet(() -> Movement.none(account));
    }

    private static Account leaf(List<Account> path) {
        return path.get(path.size() - 1);
    }

    private static Plan.Step step(BooleanSupplier take, Runnable takeBack) {
        return new Plan.Step() {
            @Override
            public boolean take() {
                return take.getAsBoolean();
            }

            @Override
            public void takeBack() {
                takeBack.run();
            }
        };
    }
}
