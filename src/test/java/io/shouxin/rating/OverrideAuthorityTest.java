package io.shouxin.rating;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.policy.MatchedRow;
import io.shouxin.policy.PolicyBook;
import io.shouxin.policy.StandingPolicies;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far an expert may go against the model, and who has to agree: every row of policy {@code rating-override}, and its edges. */
class OverrideAuthorityTest {

    private final PolicyBook policies = StandingPolicies.unlogged();

    @ParameterizedTest(name = "{0} by {1} from {2} because of {3}: {4}")
    @CsvSource({
        "UPGRADE,   1, GOOD,      SHAREHOLDER_SUPPORT,      override_up_one",
        "UPGRADE,   1, FAIR,      ORDERS_IN_HAND,           override_up_one",
        "UPGRADE,   1, WATCH,     NEWER_FACTS,              override_up_from_watch",
        "UPGRADE,   2, FAIR,      SHAREHOLDER_SUPPORT,      override_up_two",
        "DOWNGRADE, 1, EXCELLENT, ADVERSE_NEWS,             override_down_one",
        "DOWNGRADE, 1, WATCH,     DATA_IN_DOUBT,            override_down_one",
        "DOWNGRADE, 2, EXCELLENT, INDUSTRY_SHOCK,           override_down_more",
        "DOWNGRADE, 4, EXCELLENT, MANAGEMENT_CHANGE,        override_down_more",
        "UPGRADE,   1, POOR,      SHAREHOLDER_SUPPORT,      none",
        "UPGRADE,   2, POOR,      SHAREHOLDER_SUPPORT,      none",
        "UPGRADE,   2, WATCH,     SHAREHOLDER_SUPPORT,      none",
        "UPGRADE,   3, WATCH,     SHAREHOLDER_SUPPORT,      none",
        "UPGRADE,   2, FAIR,      ORDERS_IN_HAND,           none",
        "UPGRADE,   1, WATCH,     QUALIFICATION_NOT_SCORED, none",
        "UPGRADE,   1, GOOD,      ADVERSE_NEWS,             none",
        "DOWNGRADE, 1, GOOD,      SHAREHOLDER_SUPPORT,      none",
        "UPGRADE,   0, GOOD,      SHAREHOLDER_SUPPORT,      none",
    })
    void theTableSaysWhoMayGoHowFar(String direction, int notches, Grade model, String reason, String row) {
        List<MatchedRow> rows = policies.evaluate("rating-override", LocalDate.of(2026, 6, 30), Map.of("direction", direction,
                "notches", BigDecimal.valueOf(notches), "modelGrade", model.name(), "reasonCode", reason)).rows();
        assertThat(rows).extracting(MatchedRow::ruleId).containsExactlyElementsOf(row.equals("none") ? List.of() : List.of(row));
        rows.forEach(said -> assertThat(said.whole("validMonths")).isBetween(3, 12));
    }
}
