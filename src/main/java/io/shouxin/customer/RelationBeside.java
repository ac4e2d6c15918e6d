package io.shouxin.customer;

import io.shouxin.kernel.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a relation must satisfy beside those on file: the same is not told twice for a day, and shares of a firm never exceed the whole. */
final class RelationBeside {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private RelationBeside() {
    }

    /** @param onFile relations to the same party, the one to be replaced already ended */
    static List<Refusal> refusalsOf(PartyRelation told, List<PartyRelation> onFile) {
        List<Refusal> refusals = new ArrayList<>();
        onFile.stream().filter(other -> same(told, other) && other.holdsWithin(told.validFrom(), told.validTo())).findFirst()
                .ifPresent(other -> refusals.add(Refusal.of("RELATION_OVERLAPS").at("validFrom").with("relation", other.id())
                        .with("from", other.validFrom()).with("to", other.validTo() == null ? "…" : other.validTo())));
        if (refusals.isEmpty() && (told.kind() == RelationKind.SHAREHOLDING || told.kind() == RelationKind.VOTING_CONTROL)) {
            List<PartyRelation> beside = onFile.stream().filter(other -> other.kind() == told.kind()
                    && other.holdsWithin(told.validFrom(), told.validTo())).toList();
            TreeSet<LocalDate> changes = new TreeSet<>(List.of(told.validFrom()));
            beside.stream().map(PartyRelation::validFrom).filter(day -> day.isAfter(told.validFrom())).forEach(changes::add);
            for (LocalDate day : changes) {
                BigDecimal sum = Stream.concat(Stream.of(told), beside.stream()).filter(relation -> relation.holdsOn(day))
                        .map(PartyRelation::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
                if (sum.compareTo(HUNDRED) > 0) {
                    refusals.add(Refusal.of("PERCENT_ABOVE_THE_WHOLE").at("percent").with("day", day)
                            .with("sum", sum.stripTrailingZeros().toPlainString()));
                    break;
                }
            }
        }
        return refusals;
    }

    /** Told again word for word. */
    static boolean repeats(PartyRelation told, PartyRelation other) {
        return same(told, other) && !other.annulled() && Objects.equals(number(told.percent()), number(other.percent()))
                && Objects.equals(told.generations(), other.generations()) && Objects.equals(number(told.amount()), number(other.amount()))
                && Objects.equals(told.currency(), other.currency()) && told.validFrom().equals(other.validFrom())
                && Objects.equals(told.validTo(), other.validTo()) && told.source().equals(other.source()) && told.evidence().equals(other.evidence());
    }

    /** The same relation, whatever it says: between two parties, of one kind; a person may hold several positions, a guarantor sign several contracts. */
    private static boolean same(PartyRelation told, PartyRelation other) {
        return told.kind() == other.kind() && told.from().equals(other.from()) && told.to().equals(other.to())
                && (told.kind() == RelationKind.RELATIVE || Objects.equals(told.detail(), other.detail()));
    }

    private static String number(BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros().toPlainString();
    }
}
