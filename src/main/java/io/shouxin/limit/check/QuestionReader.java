package io.shouxin.limit.check;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.Refusal;
import io.shouxin.limit.CheckCredit;
import io.shouxin.limit.CreditUse;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.policy.PolicyBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Reads a question: every field that can't be is refused beside its name. Whether it fits the limits is not asked here. */
public final class QuestionReader {

    private static final int MOST_CALL_OFFS = 100;
    private static final int LONGEST_RESERVATION_DAYS = 366;

    private final CheckCredit asked;
    private final LocalDate today;
    private final List<Refusal> refusals = new ArrayList<>();

    private QuestionReader(CheckCredit asked, LocalDate today) {
        this.asked = asked;
        this.today = today;
    }

    public static Outcome<Question> read(CheckCredit asked, PolicyBook policies, LocalDate today) {
        return new QuestionReader(asked, today).read(policies);
    }

    private Outcome<Question> read(PolicyBook policies) {
        CustomerId customer = customer();
        CreditUse use = use();
        String term = asked.paymentTerm() == null ? "ON_ACCOUNT" : asked.paymentTerm();
        Optional<OrderRisk> risk = use == null ? Optional.empty() : OrderRisk.of(policies, today, use, term);
        if (use != null && risk.isEmpty()) {
            refuse(Refusal.of("PAYMENT_TERM_UNKNOWN").at("paymentTerm").with("paymentTerm", AmountReader.shown(term)).with("use", "creditUse." + use));
        }
        Money amount = done(AmountReader.currency(asked.currency()).then(currency -> AmountReader.positive("amount", asked.amount(), currency)));
        LocalDate day = asked.date() == null ? today : date("date", asked.date());
        checkDay(day, risk);
        Optional<String> product = Optional.ofNullable(asked.product());
        if (product.filter(code -> code.isBlank() || code.length() > 40).isPresent()) {
            refuse(Refusal.of("PRODUCT_UNREADABLE").at("product"));
        }
        Optional<LimitAccountId> account = account();
        Money prepaid = amount == null ? null : prepaid(amount, use);
        List<Question.Part> parts = amount == null || day == null ? List.of() : parts(amount, day);
        Optional<Question.Reserve> reserve = day == null ? Optional.empty() : reserve(day);
        return refusals.isEmpty() ? Outcome.done(new Question(customer, use, amount, day, product, account, term, parts, prepaid,
                risk.orElseThrow(), reserve)) : Outcome.refused(refusals);
    }

    private CustomerId customer() {
        Optional<CustomerId> customer = customer(asked);
        if (customer.isEmpty()) {
            refuse(unknown(AmountReader.shown(asked.customerId())));
        }
        return customer.orElse(null);
    }

    /** Who is asked about; empty if that is no customer's number. */
    public static Optional<CustomerId> customer(CheckCredit asked) {
        try {
            return Optional.of(new CustomerId(asked.customerId()));
        } catch (IllegalArgumentException noNumber) {
            return Optional.empty();
        }
    }

    public static Refusal unknown(Object customer) {
        return Refusal.of("CUSTOMER_UNKNOWN").at("customerId").with("customerId", customer);
    }

    private CreditUse use() {
        if (asked.use() == null) {
            return CreditUse.ORDER;
        }
        for (CreditUse use : CreditUse.values()) {
            if (use.name().equals(asked.use())) {
                return use;
            }
        }
        refuse(Refusal.of("CREDIT_USE_UNKNOWN").at("use").with("use", AmountReader.shown(asked.use())));
        return null;
    }

    private void checkDay(LocalDate day, Optional<OrderRisk> risk) {
        if (day == null) {
            return;
        }
        if (day.isBefore(today)) {
            refuse(Refusal.of("CHECK_DAY_PAST").at("date").with("date", day).with("today", today));
        } else if (risk.filter(terms -> day.isAfter(today.plusDays(terms.mostDaysAhead()))).isPresent()) {
            refuse(Refusal.of("CHECK_DAY_TOO_FAR").at("date").with("date", day).with("days", risk.get().mostDaysAhead()));
        }
    }

    private Optional<LimitAccountId> account() {
        if (asked.account() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(LimitAccountId.parse(asked.account()));
        } catch (IllegalArgumentException noAccount) {
            refuse(Refusal.of("ACCOUNT_UNKNOWN").at("account").with("account", AmountReader.shown(asked.account())));
            return Optional.empty();
        }
    }

    private Money prepaid(Money amount, CreditUse use) {
        if (asked.prepaid() == null) {
            return Money.zero(amount.currency());
        }
        Money prepaid = done(AmountReader.notNegative("prepaid", asked.prepaid(), amount.currency()));
        if (prepaid != null && prepaid.compareTo(amount) > 0) {
            refuse(Refusal.of("PREPAID_ABOVE_AMOUNT").at("prepaid").with("prepaid", prepaid).with("amount", amount));
        } else if (prepaid != null && prepaid.isPositive() && use == CreditUse.DRAWDOWN) {
            refuse(Refusal.of("PREPAID_FOR_ORDERS_ONLY").at("prepaid"));
        }
        return prepaid;
    }

    private List<Question.Part> parts(Money amount, LocalDate day) {
        List<CheckCredit.CallOff> callOffs = asked.callOffs();
        if (callOffs == null || callOffs.isEmpty()) {
            return List.of(new Question.Part(day, amount));
        }
        if (callOffs.size() > MOST_CALL_OFFS) {
            refuse(Refusal.of("CALL_OFFS_TOO_MANY").at("callOffs").with("most", MOST_CALL_OFFS));
            return List.of();
        }
        List<Question.Part> parts = new ArrayList<>();
        for (int i = 0; i < callOffs.size(); i++) {
            part(callOffs.get(i), "callOffs[" + i + "]", day, amount.currency()).ifPresent(parts::add);
        }
        if (parts.size() == callOffs.size()) {
            // In plain numbers: a hundred amounts may add up to more than an amount can be.
            BigDecimal sum = parts.stream().map(part -> part.amount().amount()).reduce(BigDecimal::add).orElseThrow();
            if (sum.compareTo(amount.amount()) != 0) {
                refuse(Refusal.of("CALL_OFFS_DO_NOT_ADD_UP").at("callOffs").with("sum", sum.toPlainString()).with("amount", amount));
            }
        }
        parts.sort(Comparator.comparing(Question.Part::day));
        return parts;
    }

    private Optional<Question.Part> part(CheckCredit.CallOff callOff, String field, LocalDate day, Currency currency) {
        if (callOff == null) {
            refuse(Refusal.of("FORM_MALFORMED").at(field));
            return Optional.empty();
        }
        LocalDate date = date(field + ".date", callOff.date());
        Money amount = done(AmountReader.positive(field + ".amount", callOff.amount(), currency));
        if (date != null && (date.isBefore(day) || date.isAfter(day.plusYears(3)))) {
            refuse(Refusal.of("CALL_OFF_OUT_OF_RANGE").at(field + ".date").with("date", date).with("day", day));
        }
        return date == null || amount == null ? Optional.empty() : Optional.of(new Question.Part(date, amount));
    }

    private Optional<Question.Reserve> reserve(LocalDate day) {
        if (asked.reserve() == null) {
            return Optional.empty();
        }
        String order = asked.reserve().orderNumber();
        if (order == null || order.isBlank() || order.length() > 60) {
            refuse(Refusal.of("ORDER_NUMBER_MISSING").at("reserve.orderNumber"));
        }
        LocalDate expiresOn = date("reserve.expiresOn", asked.reserve().expiresOn());
        if (expiresOn != null && (expiresOn.isBefore(day) || expiresOn.isAfter(today.plusDays(LONGEST_RESERVATION_DAYS)))) {
            refuse(Refusal.of("RESERVATION_EXPIRY_OUT_OF_RANGE").at("reserve.expiresOn").with("expiresOn", expiresOn));
        }
        return Optional.of(new Question.Reserve(order, expiresOn));
    }

    private LocalDate date(String field, String text) {
        try {
            if (text != null && text.length() == 10) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeParseException noDate) {
            // told below
        }
        refuse(Refusal.of("DAY_UNREADABLE").at(field).with("date", AmountReader.shown(text)));
        return null;
    }

    private <T> T done(Outcome<T> outcome) {
        if (!outcome.isDone()) {
            refusals.addAll(outcome.refusals());
            return null;
        }
        return outcome.orElseThrow();
    }

    private void refuse(Refusal refusal) {
        refusals.add(refusal);
    }
}
