package io.shouxin.customer;

import io.shouxin.kernel.PartyId;
import io.shouxin.kernel.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;

/** What a relation must satisfy by itself, all reasons at once; what it must satisfy beside others stands in {@link RelationBeside}. */
final class RelationCheck {

    static final int DECIMALS = 6;
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final BigDecimal TOO_LARGE = new BigDecimal("1E13");
    /** Before a number is written out: 0E999999999 is a short text and a long number. */
    private static final int MOST_DIGITS = 100;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final int MOST_GENERATIONS = 9;
    private static final int FURTHEST_YEARS = 50;

    private final RecordRelation wish;
    private final LocalDate today;
    private final List<Refusal> refusals = new ArrayList<>();

    private RelationCheck(RecordRelation wish, LocalDate today) {
        this.wish = wish;
        this.today = today;
    }

    /** @param find a party by number, null when nobody has it */
    static List<Refusal> refusalsOf(RecordRelation wish, LocalDate today, Function<String, PartyView> find) {
        RelationCheck check = new RelationCheck(wish, today);
        check.parties(find);
        if (wish.kind() != null) {
            check.measure();
            check.detail();
        }
        check.days();
        check.text(wish.source(), "source", 200, "RELATION_SOURCE_MISSING");
        check.text(wish.evidence(), "evidence", 1_000, "RELATION_EVIDENCE_MISSING");
        return check.refusals;
    }

    private void parties(Function<String, PartyView> find) {
        if (wish.kind() == null) {
            add("RELATION_KIND_MISSING", "kind");
        }
        PartyView from = party(wish.from(), "from", find);
        PartyView to = party(wish.to(), "to", find);
        if (from == null || to == null || wish.kind() == null) {
            return;
        }
        if (from.id().equals(to.id())) {
            add("RELATION_WITH_ITSELF", "to");
        }
        boolean people = wish.kind() == RelationKind.KEY_PERSON || wish.kind() == RelationKind.RELATIVE;
        if (people && from.kind() != CustomerKind.INDIVIDUAL) {
            add("RELATION_NEEDS_A_PERSON", "from");
        }
        if (wish.kind() == RelationKind.RELATIVE && to.kind() != CustomerKind.INDIVIDUAL) {
            add("RELATION_NEEDS_A_PERSON", "to");
        }
        boolean firm = wish.kind() == RelationKind.SHAREHOLDING || wish.kind() == RelationKind.VOTING_CONTROL || wish.kind() == RelationKind.KEY_PERSON;
        if (firm && to.kind() != CustomerKind.ENTERPRISE) {
            add("RELATION_NEEDS_A_FIRM", "to");
        }
    }

    private PartyView party(String number, String field, Function<String, PartyView> find) {
        String stated = PlainText.stripped(number);
        if (stated == null) {
            add("PARTY_MISSING", field);
            return null;
        }
        PartyView found = find.apply(stated);
        if (found == null) {
            refusals.add(Refusal.of("PARTY_UNKNOWN").at(field).with("party", stated.length() <= 40 ? stated : stated.substring(0, 40) + "…"));
        }
        return found;
    }

    private void measure() {
        RelationKind.Measure measure = wish.kind().measure();
        if (measure == RelationKind.Measure.PERCENT) {
            percent();
        } else if (wish.percent() != null) {
            add("RELATION_FIELD_UNFIT", "percent");
        }
        if (measure == RelationKind.Measure.AMOUNT) {
            amount();
        } else if (wish.amount() != null || PlainText.stripped(wish.currency()) != null) {
            add("RELATION_FIELD_UNFIT", "amount");
        }
    }

    private void percent() {
        BigDecimal percent = wish.percent();
        if (percent == null) {
            add("PERCENT_MISSING", "percent");
        } else if (Math.abs((long) percent.scale()) > MOST_DIGITS || percent.signum() <= 0 || percent.compareTo(HUNDRED) > 0) {
            add("PERCENT_OUT_OF_RANGE", "percent");
        } else if (percent.stripTrailingZeros().scale() > DECIMALS) {
            refusals.add(Refusal.of("PERCENT_TOO_PRECISE").at("percent").with("decimals", DECIMALS));
        }
    }

    private void amount() {
        BigDecimal amount = wish.amount();
        if (amount == null || amount.signum() <= 0) {
            add("GUARANTEE_AMOUNT_NOT_POSITIVE", "amount");
        } else if (Math.abs((long) amount.scale()) > MOST_DIGITS || amount.compareTo(TOO_LARGE) >= 0 || amount.stripTrailingZeros().scale() > 2) {
            add("GUARANTEE_AMOUNT_OUT_OF_RANGE", "amount");
        }
        if (currency(wish.currency()) == null) {
            add("GUARANTEE_CURRENCY_UNKNOWN", "currency");
        }
        if (wish.validTo() == null) {
            add("GUARANTEE_WITHOUT_END", "validTo");
        }
    }

    static String currency(String written) {
        try {
            return written == null ? null : Currency.getInstance(written.strip()).getCurrencyCode();
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    private void detail() {
        String detail = PlainText.stripped(wish.detail());
        List<String> known = wish.kind().details();
        if (wish.kind() == RelationKind.GUARANTEE) {
            text(wish.detail(), "detail", 100, "GUARANTEE_NUMBER_MISSING");
        } else if (known.isEmpty() ? detail != null : detail == null || !known.contains(detail)) {
            refusals.add(Refusal.of(known.isEmpty() ? "RELATION_FIELD_UNFIT" : "RELATION_DETAIL_UNKNOWN").at("detail")
                    .with("known", String.join(" ", known)));
        }
        boolean counted = wish.kind() == RelationKind.RELATIVE && !"SPOUSE".equals(detail);
        if (counted ? wish.generations() == null || wish.generations() < 1 || wish.generations() > MOST_GENERATIONS : wish.generations() != null) {
            refusals.add(Refusal.of(counted ? "GENERATIONS_OUT_OF_RANGE" : "RELATION_FIELD_UNFIT").at("generations").with("max", MOST_GENERATIONS));
        }
    }

    private void days() {
        LocalDate from = wish.validFrom();
        if (from == null) {
            add("RELATION_DATE_MISSING", "validFrom");
        } else if (from.isBefore(EARLIEST) || from.isAfter(today.plusYears(1))) {
            add("RELATION_DATE_OUT_OF_RANGE", "validFrom");
        }
        if (wish.validTo() != null && wish.validTo().isAfter(today.plusYears(FURTHEST_YEARS))) {
            add("RELATION_DATE_OUT_OF_RANGE", "validTo");
        }
        if (from != null && wish.validTo() != null && wish.validTo().isBefore(from)) {
            add("RELATION_DATES_REVERSED", "validTo");
        }
    }

    private void text(String text, String field, int longest, String missing) {
        String stated = PlainText.stripped(text);
        if (stated == null) {
            add(missing, field);
        }
        PlainText.check(stated, field, longest, refusals);
    }

    private void add(String code, String field) {
        refusals.add(Refusal.of(code).at(field));
    }

    /** The wish as it is kept: stripped, relatives in the order of their numbers, the parties by the numbers they go by today. */
    static PartyRelation normalised(RecordRelation wish, Function<String, PartyView> find, PartyRelation told) {
        PartyId one = find.apply(wish.from().strip()).id();
        PartyId other = find.apply(wish.to().strip()).id();
        boolean turned = wish.kind() == RelationKind.RELATIVE && one.compareTo(other) > 0;
        return new PartyRelation(told.id(), wish.kind(), turned ? other : one, turned ? one : other, plain(wish.percent()),
                PlainText.stripped(wish.detail()), wish.generations(), plain(wish.amount()), currency(wish.currency()), wish.validFrom(),
                wish.validTo(), wish.source().strip(), wish.evidence().strip(), told.replaces(), false, null, null, told.recordedBy(),
                told.recordedAt());
    }

    private static BigDecimal plain(BigDecimal number) {
        if (number == null) {
            return null;
        }
        BigDecimal shortest = number.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
}
