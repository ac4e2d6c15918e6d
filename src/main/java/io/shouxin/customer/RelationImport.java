package io.shouxin.customer;

import io.shouxin.customer.file.Amounts;
import io.shouxin.customer.file.CurrencyWords;
import io.shouxin.customer.file.Days;
import io.shouxin.customer.file.Table;
import io.shouxin.customer.relation.RelationColumn;
import io.shouxin.customer.relation.RelationFile;
import io.shouxin.customer.relation.RelationWords;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The desk that takes files of relations. A preview does all an import does and takes it back, so that the two judge alike, rows of one
 * file beside each other included. One row that cannot be refuses the file as a whole.
 */
@Service
public class RelationImport {

    private final RelationRegister register;
    private final Parties parties;
    private final TransactionTemplate transaction;

    RelationImport(RelationRegister register, Parties parties, PlatformTransactionManager transactions) {
        this.register = register;
        this.parties = parties;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What became of a row, or would. @param relation null when refused */
    public record JudgedRow(int line, Standing standing, PartyRelation relation, String from, String to, List<Refusal> refusals) {

        /** Messages {@code relationRow.CODE}. */
        public enum Standing { ADDED, ON_FILE, REFUSED }
    }

    /** @param problems why nothing of the file can be read; with rows, none */
    public record Judgement(List<JudgedRow> rows, List<Refusal> problems) {

        public boolean importable() {
            return problems.isEmpty() && rows.stream().noneMatch(row -> row.standing() == JudgedRow.Standing.REFUSED);
        }
    }

    /** What an import would do; stores nothing. */
    public Judgement preview(InputStream content, PersonId actor) {
        return run(RelationFile.read(content), actor, false);
    }

    /** Enters every row, or none. */
    public Outcome<Judgement> importFile(InputStream content, PersonId actor) {
        Judgement judgement = run(RelationFile.read(content), actor, true);
        if (judgement.importable()) {
            return Outcome.done(judgement);
        }
        List<Refusal> refusals = new ArrayList<>(judgement.problems());
        judgement.rows().forEach(row -> row.refusals().forEach(refusal -> refusals.add(refusal.at("rows[" + row.line() + "]." + refusal.field()))));
        return Outcome.refused(refusals);
    }

    private Judgement run(RelationFile file, PersonId actor, boolean keep) {
        if (!file.problems().isEmpty()) {
            return new Judgement(List.of(), file.problems());
        }
        return transaction.execute(status -> {
            Judgement judged = new Judgement(file.rows().stream().map(row -> judge(row, actor)).toList(), List.of());
            if (!keep || !judged.importable()) {
                status.setRollbackOnly();
            }
            return judged;
        });
    }

    private JudgedRow judge(RelationFile.Row row, PersonId actor) {
        List<Refusal> refusals = new ArrayList<>();
        RelationKind kind = RelationWords.kind(row.text(RelationColumn.KIND));
        if (kind == null) {
            refusals.add(Refusal.of("RELATION_KIND_MISSING").at("kind"));
        }
        String from = party(row, "from", RelationColumn.FROM, actor, refusals);
        String to = party(row, "to", RelationColumn.TO, actor, refusals);
        String currency = row.text(RelationColumn.CURRENCY);
        RecordRelation wish = new RecordRelation(kind, from, to, number(row, RelationColumn.PERCENT, "percent", refusals),
                RelationWords.detail(kind, row.text(RelationColumn.DETAIL)), generations(row, refusals), number(row, RelationColumn.AMOUNT, "amount", refusals),
                currency == null ? null : CurrencyWords.find(currency).map(Currency::getCurrencyCode).orElse(currency),
                day(row, RelationColumn.VALID_FROM, "validFrom", refusals), day(row, RelationColumn.VALID_TO, "validTo", refusals),
                row.text(RelationColumn.SOURCE), row.text(RelationColumn.EVIDENCE));
        if (refusals.isEmpty()) {
            Optional<PartyRelation> before = known(wish);
            Outcome<PartyRelation> outcome = register.record(wish, actor);
            if (outcome instanceof Outcome.Done<PartyRelation> done) {
                boolean added = before.filter(found -> found.id().equals(done.value().id())).isEmpty();
                return new JudgedRow(row.line(), added ? JudgedRow.Standing.ADDED : JudgedRow.Standing.ON_FILE, done.value(),
                        shown(row, RelationColumn.FROM), shown(row, RelationColumn.TO), List.of());
            }
            refusals.addAll(outcome.refusals());
        }
        return new JudgedRow(row.line(), JudgedRow.Standing.REFUSED, null, shown(row, RelationColumn.FROM), shown(row, RelationColumn.TO), refusals);
    }

    private Optional<PartyRelation> known(RecordRelation wish) {
        return parties.find(wish.to()).flatMap(to -> register.of(to.id()).stream().filter(relation -> !relation.annulled() && relation.kind() == wish.kind()
                && relation.validFrom().equals(wish.validFrom()) && (relation.from().value().equals(wish.from()) || relation.to().value().equals(wish.from())))
                .findFirst());
    }

    /** By number, else by identifier, else by a name only one has; else a new party outside the register when its kind is told. */
    private String party(RelationFile.Row row, String field, RelationColumn first, PersonId actor, List<Refusal> refusals) {
        RelationColumn[] columns = RelationColumn.values();
        String number = row.text(first);
        String name = row.text(columns[first.ordinal() + 1]);
        String identifier = row.text(columns[first.ordinal() + 2]);
        CustomerKind kind = RelationWords.party(row.text(columns[first.ordinal() + 3]));
        if (number != null) {
            return number;
        }
        IdentifierType type = kind == CustomerKind.INDIVIDUAL ? IdentifierType.RESIDENT_ID : IdentifierType.UNIFIED_SOCIAL_CREDIT_CODE;
        if (identifier != null) {
            Optional<PartyView> found = parties.byIdentifier(type, identifier);
            if (found.isPresent()) {
                return found.get().id().value();
            }
        } else if (name != null) {
            List<PartyView> named = parties.named(name);
            if (named.size() == 1) {
                return named.get(0).id().value();
            } else if (named.size() > 1) {
                refusals.add(Refusal.of("PARTY_AMBIGUOUS").at(field).with("name", Table.abridged(name, 30)).with("count", named.size()));
                return null;
            }
        }
        if (name == null || kind == null) {
            refusals.add(Refusal.of(name == null ? "PARTY_MISSING" : "PARTY_UNKNOWN").at(field).with("party", Table.abridged(name == null ? "" : name, 30)));
            return null;
        }
        Outcome<PartyView> entered = parties.register(new RegisterOutsideParty(kind, name, identifier == null ? null : type, identifier), actor);
        entered.refusals().forEach(refusal -> refusals.add(refusal.at(field)));
        return entered instanceof Outcome.Done<PartyView> done ? done.value().id().value() : null;
    }

    private static String shown(RelationFile.Row row, RelationColumn first) {
        String name = row.text(RelationColumn.values()[first.ordinal() + 1]);
        return name == null ? row.text(first) : name;
    }

    private static BigDecimal number(RelationFile.Row row, RelationColumn column, String field, List<Refusal> refusals) {
        String cell = row.text(column);
        try {
            return cell == null ? null : Amounts.read(cell.strip().replaceAll("[%％]$", ""));
        } catch (NumberFormatException malformed) {
            refusals.add(Refusal.of("RELATION_NUMBER_MALFORMED").at(field).with("text", Table.abridged(cell, 30)));
            return null;
        }
    }

    private static Integer generations(RelationFile.Row row, List<Refusal> refusals) {
        BigDecimal number = number(row, RelationColumn.GENERATIONS, "generations", refusals);
        try {
            return number == null ? null : number.intValueExact();
        } catch (ArithmeticException fraction) {
            refusals.add(Refusal.of("RELATION_NUMBER_MALFORMED").at("generations").with("text", number.toPlainString()));
            return null;
        }
    }

    private static LocalDate day(RelationFile.Row row, RelationColumn column, String field, List<Refusal> refusals) {
        String cell = row.text(column);
        try {
            return cell == null ? null : Days.read(cell);
        } catch (DateTimeException malformed) {
            refusals.add(Refusal.of("RELATION_DATE_MALFORMED").at(field).with("text", Table.abridged(cell, 30)));
            return null;
        }
    }
}
