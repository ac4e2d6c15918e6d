package io.shouxin.customer.relation;

import io.shouxin.customer.ConnectionRules;
import io.shouxin.customer.PartyRelation;
import io.shouxin.customer.RelationKind;
import io.shouxin.kernel.PartyId;
import io.shouxin.kernel.PersonId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Relations in short: {@code A>B 60} holds, {@code A=B 60} votes, {@code A*B} runs as legal representative, {@code A~B 2} are relatives,
 * {@code A$B 60} depends, {@code A!B} guarantees. */
public final class Told {

    public static final ConnectionRules RULES = new ConnectionRules("test", new BigDecimal(50), new BigDecimal(50), new BigDecimal(5),
            Set.of("LEGAL_REPRESENTATIVE", "EXECUTIVE", "ACTUAL_CONTROLLER"), Map.of("SPOUSE", 0, "DIRECT_LINE", 3, "COLLATERAL", 2), 4, 8);

    private Told() {
    }

    public static List<PartyRelation> relations(String text) {
        List<PartyRelation> relations = new ArrayList<>();
        Arrays.stream(text.split(",")).map(String::strip).filter(one -> !one.isEmpty()).forEach(one -> relations.add(relation(one, relations.size())));
        return relations;
    }

    public static Network network(String text) {
        return Network.of(relations(text));
    }

    private static PartyRelation relation(String text, int number) {
        String[] parts = text.split("(?=[>=*~$!])|(?<=[>=*~$!])|\\s+");
        BigDecimal figure = parts.length > 3 ? new BigDecimal(parts[3]) : null;
        return switch (parts[1]) {
            case ">" -> of(number, RelationKind.SHAREHOLDING, parts[0], parts[2], figure, null, null);
            case "=" -> of(number, RelationKind.VOTING_CONTROL, parts[0], parts[2], figure, null, null);
            case "*" -> of(number, RelationKind.KEY_PERSON, parts[0], parts[2], null, "LEGAL_REPRESENTATIVE", null);
            case "~" -> of(number, RelationKind.RELATIVE, parts[0], parts[2], null, "COLLATERAL", figure.intValueExact());
            case "$" -> of(number, RelationKind.ECONOMIC_DEPENDENCE, parts[0], parts[2], figure, "SALES", null);
            default -> of(number, RelationKind.GUARANTEE, parts[0], parts[2], null, "DB-" + number, null);
        };
    }

    public static PartyRelation of(int number, RelationKind kind, String from, String to, BigDecimal percent, String detail, Integer generations) {
        return new PartyRelation("PR-" + number, kind, new PartyId(from), new PartyId(to), percent, detail, generations, null, null,
                LocalDate.of(2020, 1, 1), null, "test", "test", null, false, null, null, new PersonId("analyst"), Instant.EPOCH);
    }
}
