package io.shouxin.limit;

import static io.shouxin.limit.LedgerBench.TODAY;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.FacilityId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says in a line what happens to a ledger, e.g. {@code group G; customer C in G; grant G 100; reserve C 60 as R; release R}. Names are one
 * letter for the level and what follows: G group, P pool, C customer, F facility, S part of a facility. {@code +3} is a day from today.
 */
class LedgerScript {

    private static final PersonId OFFICER = new PersonId("analyst");
    private static int scripts;

    private final LimitLedger ledger;
    private final String suffix = "-" + ++scripts;
    private final Map<String, ReservationId> reservations = new HashMap<>();
    private final List<LedgerKey> keys = new ArrayList<>();

    LedgerScript(LimitLedger ledger) {
        this.ledger = ledger;
    }

    /** @return the code of the last command's refusal, or OK */
    String run(String script) {
        String last = "OK";
        for (String command : script.split(";")) {
            last = command(command.strip());
        }
        return last;
    }

    /** As {@link #run}, and every command must be done. */
    LedgerScript done(String script) {
        for (String command : script.split(";")) {
            String code = command(command.strip());
            if (!code.equals("OK")) {
                throw new AssertionError(command.strip() + ": " + code);
            }
        }
        return this;
    }

    private String command(String text) {
        List<String> words = new ArrayList<>(Arrays.asList(text.split("\\s+")));
        String name = after(words, "as").orElse(null);
        LocalDate day = TODAY;
        Optional<String> on = after(words, "on");
        if (on.isPresent()) {
            day = day(on.get());
        }
        Optional<String> keyed = after(words, "key");
        LedgerKey key = new LedgerKey("script" + suffix, keyed.orElse("#" + keys.size()));
        keys.add(key);
        Outcome<?> outcome = outcome(words, key, day);
        if (name != null && outcome.isDone()) {
            reservations.put(name, ((LedgerReceipt) outcome.orElseThrow()).reservation().orElseThrow());
        }
        return outcome.isDone() ? "OK" : outcome.refusals().get(0).code();
    }

    private Outcome<?> outcome(List<String> words, LedgerKey key, LocalDate day) {
        String verb = words.get(0);
        String who = words.get(1);
        Optional<String> under = after(words, "under");
        Optional<String> until = after(words, "until");
        Optional<String> of = after(words, "for");
        String currency = after(words, "currency").orElse("CNY");
        Money amount = words.size() > 2 && words.get(2).matches("-?[0-9.]+") ? Money.of(words.get(2), currency) : null;
        return switch (verb) {
            case "group", "pool", "customer", "part" -> ledger.open(new OpenAccount(id(who), under.map(this::id),
                    Currency.getInstance(currency)), OFFICER);
            case "grant", "fence" -> ledger.grant(new GrantLimit(id(who), amount, verb.equals("fence"), until.map(LedgerScript::day),
                    products(of)), key, day, OFFICER);
            case "credit" -> credit(words, who, under.orElseThrow(), amount, until.map(LedgerScript::day).orElse(TODAY.plusDays(20)), products(of), key, day);
            case "reserve", "new", "order" -> ledger.reserve(new ReserveLimit(id(who), amount,
                    verb.equals("new") ? ReservationPurpose.NEW_CREDIT : ReservationPurpose.UNDER_CEILING, "CA-1",
                    until.map(LedgerScript::day).orElse(TODAY.plusDays(10)), Optional.empty(), of), key, day, OFFICER);
            case "into" -> ledger.confirmInto(held(who), id(words.get(3)), amount, key, day, OFFICER);
            case "use" -> ledger.confirmUse(held(who), amount, key, day, OFFICER);
            case "release" -> ledger.release(held(who), key, day, OFFICER);
            case "lapse" -> ledger.expire(held(who), key, day, OFFICER);
            case "draw" -> ledger.draw(id(who), amount, of, key, day, OFFICER);
            case "repay" -> ledger.repay(id(who), amount, key, day, OFFICER);
            case "write" -> ledger.writeOff(id(who), amount, key, day, OFFICER);
            case "raise" -> ledger.increase(id(who), amount, key, day, OFFICER);
            case "lower" -> ledger.decrease(id(who), amount, key, day, OFFICER);
            case "suspend" -> ledger.suspend(id(who), key, day, OFFICER);
            case "resume" -> ledger.resume(id(who), key, day, OFFICER);
            case "expire" -> ledger.expire(id(who), key, day, OFFICER);
            case "close" -> ledger.close(id(who), key, day, OFFICER);
            case "allow" -> ledger.allowTemporarily(id(who), amount, day(until.orElseThrow()), key, day, OFFICER);
            case "end" -> ledger.endTemporary(id(who), key, day, OFFICER);
            case "move" -> ledger.moveUnder(id(who), under.map(this::id), key, day, OFFICER);
            case "restrict" -> ledger.restrict(id(who), products(of), until.map(LedgerScript::day), key, day, OFFICER);
            case "revalue" -> ledger.revalue(id(who), key, day, OFFICER);
            case "reverse" -> ledger.reverse(who.equals("last") ? keys.get(keys.size() - 2) : new LedgerKey("script" + suffix, who), key, day, OFFICER);
            default -> throw new IllegalArgumentException(verb);
        };
    }

    /** Credit of a customer, new or {@code within} his ceiling, reserved and confirmed in one go. */
    private Outcome<?> credit(List<String> words, String facility, String customer, Money amount, LocalDate until, Set<String> products,
                              LedgerKey key, LocalDate day) {
        Money reserved = amount.currency().equals(Money.CNY) ? amount : Money.cny(amount.amount().multiply(new BigDecimal("7")));
        return ledger.reserve(new ReserveLimit(new CustomerId(id(customer).number()), reserved,
                        words.contains("within") ? ReservationPurpose.UNDER_CEILING : ReservationPurpose.NEW_CREDIT, "CA-1",
                        TODAY.plusDays(10), Optional.empty()), new LedgerKey(key.source(), key.key() + "r"), day, OFFICER)
                .then(held -> ledger.confirm(held.reservation().orElseThrow(), List.of(new FacilityCommitment(
                        new FacilityId(id(facility).number()), amount, !words.contains("once"), until, products)), key, day, OFFICER));
    }

    /** A figure such as {@code G free} or {@code F committed}; {@code none} where undefined. */
    String figure(String name, String what, LocalDate day) {
        LimitAccountView view = ledger.account(id(name)).orElseThrow();
        Optional<Money> money = switch (what) {
            case "ceiling" -> view.ceiling();
            case "free" -> view.free();
            case "reserved" -> Optional.of(view.reserved());
            case "committed" -> Optional.of(view.committed());
            case "utilised" -> Optional.of(view.utilised());
            case "aside" -> Optional.of(view.setAside());
            case "temporary" -> Optional.of(view.temporary());
            case "excess" -> Optional.of(view.excess());
            case "headroom" -> ledger.headroom(new CustomerId(view.id().number())).orElseThrow().free();
            default -> throw new IllegalArgumentException(what);
        };
        return money.map(found -> found.amount().stripTrailingZeros().toPlainString()).orElse("none");
    }

    LimitAccountId id(String name) {
        LimitLevel level = switch (name.charAt(0)) {
            case 'G' -> LimitLevel.GROUP;
            case 'P' -> LimitLevel.POOL;
            case 'C' -> LimitLevel.CUSTOMER;
            case 'F' -> LimitLevel.FACILITY;
            case 'S' -> LimitLevel.SUB_FACILITY;
            default -> throw new IllegalArgumentException(name);
        };
        return new LimitAccountId(level, name + suffix);
    }

    private ReservationId held(String name) {
        return reservations.getOrDefault(name, new ReservationId("LR-unknown"));
    }

    private static Set<String> products(Optional<String> list) {
        return list.map(products -> Set.of(products.split(","))).orElse(Set.of());
    }

    private static LocalDate day(String text) {
        return TODAY.plusDays(Long.parseLong(text.replace("+", "")));
    }

    private static Optional<String> after(List<String> words, String word) {
        int at = words.indexOf(word);
        if (at < 0) {
            return Optional.empty();
        }
        words.remove(at);
        return Optional.of(words.remove(at));
    }
}
