package io.shouxin.customer;

import io.shouxin.audit.AuditTrail;
import io.shouxin.customer.identifier.IdentityVault;
import io.shouxin.customer.identifier.ResidentId;
import io.shouxin.customer.identifier.UnifiedSocialCreditCode;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.BusinessNumbers;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PartyId;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.Simultaneous;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * All who may stand in a relation: the customers, and firms and persons outside the register (外部关联方). Identifiers of persons are
 * sealed as the register seals them; an outside party who is registered later under the same identifier is the customer from then on.
 */
@Service
@Transactional
public class Parties {

    private static final String CUSTOMERS = """
            SELECT c.customer_id AS party_id, c.kind, c.name, TRUE AS customer, c.identifier_masked, c.group_id, g.name AS group_name
            FROM customer c LEFT JOIN customer_group g ON g.group_id = c.group_id
             """;
    private static final String OUTSIDE = """
            SELECT COALESCE(c.customer_id, o.party_id) AS party_id, COALESCE(c.kind, o.kind) AS kind, COALESCE(c.name, o.name) AS name,
              CASE WHEN c.customer_id IS NULL THEN FALSE ELSE TRUE END AS customer, COALESCE(c.identifier_masked, o.identifier_masked) AS identifier_masked,
              c.group_id, g.name AS group_name, o.party_id AS former_id
            FROM outside_party o LEFT JOIN customer c ON c.identifier_hash = o.identifier_hash LEFT JOIN customer_group g ON g.group_id = c.group_id
             """;
    private static final int IN_ONE_QUESTION = 500;

    private final JdbcClient jdbc;
    private final IdentityVault vault;
    private final BusinessNumbers numbers;
    private final BusinessClock clock;
    private final AuditTrail audit;
    private final Simultaneous simultaneous;

    Parties(JdbcClient jdbc, IdentityVault vault, BusinessNumbers numbers, BusinessClock clock, AuditTrail audit, Simultaneous simultaneous) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.numbers = numbers;
        this.clock = clock;
        this.audit = audit;
        this.simultaneous = simultaneous;
    }

    /**
     * Names a party outside the register; one with an identifier that is known already is answered with, so that nobody is named twice.
     * A customer's identifier is answered with the customer.
     */
    public Outcome<PartyView> register(RegisterOutsideParty wish, PersonId actor) {
        String identifier = UnifiedSocialCreditCode.normalised(wish.identifier());
        String name = PlainText.stripped(wish.name());
        List<Refusal> refusals = refusalsOf(wish, name, identifier);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        Optional<PartyView> known = identifier.isEmpty() ? Optional.empty() : byIdentifier(wish.identifierType(), identifier);
        if (known.isPresent()) {
            return Outcome.done(known.get());
        }
        String number = numbers.next("OP");
        boolean person = wish.kind() == CustomerKind.INDIVIDUAL;
        String hash = identifier.isEmpty() ? null : vault.hash(wish.identifierType().name(), identifier);
        simultaneous.write(() -> jdbc.sql("""
                        INSERT INTO outside_party (party_id, kind, name, identifier_type, identifier_hash, identifier_kept, identifier_masked,
                          registered_by, registered_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(number, wish.kind().name(), name, hash == null ? null : wish.identifierType().name(), hash,
                        hash == null ? null : person ? vault.seal(identifier, number) : identifier, hash == null ? null : masked(identifier, person),
                        actor.value(), Timestamp.from(clock.instant())).update(), () -> null);
        audit.record(number, "OUTSIDE_PARTY_NAMED", actor, wish.kind().name());
        return Outcome.done(find(number).orElseThrow());
    }

    private List<Refusal> refusalsOf(RegisterOutsideParty wish, String name, String identifier) {
        List<Refusal> refusals = new ArrayList<>();
        if (wish.kind() == null) {
            refusals.add(Refusal.of("CUSTOMER_KIND_MISSING").at("kind"));
        }
        if (name == null) {
            refusals.add(Refusal.of("CUSTOMER_NAME_MISSING").at("name"));
        }
        PlainText.check(name, "name", 100, refusals);
        if (identifier.isEmpty()) {
            return refusals;
        }
        IdentifierType fitting = wish.kind() == CustomerKind.INDIVIDUAL ? IdentifierType.RESIDENT_ID : IdentifierType.UNIFIED_SOCIAL_CREDIT_CODE;
        if (wish.kind() != null && wish.identifierType() != fitting) {
            refusals.add(Refusal.of(wish.identifierType() == null ? "IDENTIFIER_TYPE_MISSING" : "IDENTIFIER_TYPE_UNFIT").at("identifierType"));
        } else if (wish.kind() != null) {
            (fitting == IdentifierType.RESIDENT_ID ? ResidentId.flawOf(identifier, clock.today()) : UnifiedSocialCreditCode.flawOf(identifier))
                    .ifPresent(flaw -> refusals.add(flaw.at("identifier")));
        }
        return refusals;
    }

    private static String masked(String identifier, boolean person) {
        return person ? identifier.charAt(0) + "****************" + identifier.charAt(17)
                : identifier.substring(0, 4) + "**********" + identifier.substring(14);
    }

    /** By the number of a customer or of an outside party; a party that became a customer is told as the customer. */
    @Transactional(readOnly = true)
    public Optional<PartyView> find(String number) {
        return Optional.ofNullable(find(List.of(number)).get(number));
    }

    @Transactional(readOnly = true)
    public Optional<PartyView> byIdentifier(IdentifierType type, String identifier) {
        String hash = vault.hash(type.name(), UnifiedSocialCreditCode.normalised(identifier));
        return jdbc.sql(CUSTOMERS + "WHERE c.identifier_hash = ?").param(hash).query(Parties::view).optional()
                .or(() -> jdbc.sql(OUTSIDE + "WHERE o.identifier_hash = ?").param(hash).query(Parties::view).optional());
    }

    /** Parties of exactly this name, customers first. */
    @Transactional(readOnly = true)
    public List<PartyView> named(String name) {
        List<PartyView> found = new ArrayList<>(jdbc.sql(CUSTOMERS + "WHERE c.name = ? ORDER BY c.customer_id").param(name).query(Parties::view).list());
        jdbc.sql(OUTSIDE + "WHERE o.name = ? ORDER BY o.party_id").param(name).query(Parties::view).list().stream()
                .filter(party -> found.stream().noneMatch(known -> known.id().equals(party.id()))).forEach(found::add);
        return found;
    }

    /** Parties whose name contains the text or whose number it is, customers first. @param limit of each, 1 to 50 */
    @Transactional(readOnly = true)
    public List<PartyView> search(String text, int limit) {
        String wanted = text == null ? "" : text.strip();
        String pattern = '%' + wanted.replace("!", "!!").replace("%", "!%").replace("_", "!_") + '%';
        int most = Math.max(1, Math.min(limit, 50));
        List<PartyView> found = new ArrayList<>(jdbc.sql(CUSTOMERS + "WHERE c.name LIKE ? ESCAPE '!' OR c.customer_id = ? ORDER BY c.customer_id DESC LIMIT ?")
                .params(pattern, wanted, most).query(Parties::view).list());
        jdbc.sql(OUTSIDE + "WHERE (o.name LIKE ? ESCAPE '!' OR o.party_id = ?) AND c.customer_id IS NULL ORDER BY o.party_id DESC LIMIT ?")
                .params(pattern, wanted, most).query(Parties::view).list().forEach(found::add);
        return found;
    }

    /** By number; who isn't there is left out. */
    @Transactional(readOnly = true)
    public Map<String, PartyView> find(Collection<String> wanted) {
        Map<String, PartyView> found = new HashMap<>();
        List<String> all = wanted.stream().distinct().toList();
        for (int from = 0; from < all.size(); from += IN_ONE_QUESTION) {
            List<String> some = all.subList(from, Math.min(all.size(), from + IN_ONE_QUESTION));
            jdbc.sql(CUSTOMERS + "WHERE c.customer_id IN (:ids)").param("ids", some).query(Parties::view).list()
                    .forEach(party -> found.put(party.id().value(), party));
            jdbc.sql(OUTSIDE + "WHERE o.party_id IN (:ids)").param("ids", some)
                    .query((row, n) -> Map.entry(row.getString("former_id"), view(row, n))).list()
                    .forEach(party -> found.put(party.getKey(), party.getValue()));
        }
        return found;
    }

    private static PartyView view(ResultSet row, int number) throws SQLException {
        return new PartyView(new PartyId(row.getString("party_id")), CustomerKind.valueOf(row.getString("kind")), row.getString("name"),
                row.getBoolean("customer"), row.getString("identifier_masked"), row.getString("group_id"), row.getString("group_name"));
    }
}
