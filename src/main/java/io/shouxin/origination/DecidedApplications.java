package io.shouxin.origination;

import io.shouxin.modelling.ObservedCase;
import io.shouxin.modelling.OutcomeSource;
import io.shouxin.rating.RatedCases;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Applications the bank has decided on: declined, or offered credit whatever became of the offer. Withdrawn and lapsed ones tell nothing about credit. */
@Component
class DecidedApplications implements OutcomeSource {

    private static final String DECLINED = "DECLINED";

    private final JdbcClient jdbc;
    private final RatedCases ratings;

    DecidedApplications(JdbcClient jdbc, RatedCases ratings) {
        this.jdbc = jdbc;
        this.ratings = ratings;
    }

    @Override
    public List<String> outcomes() {
        return List.of(DECLINED);
    }

    @Override
    public List<ObservedCase> cases(String outcome) {
        Map<String, RatedCases.Known> facts = ratings.bySubject();
        List<ObservedCase> cases = new ArrayList<>();
        jdbc.sql("""
                SELECT application_id, status FROM credit_application
                 WHERE status IN ('DECLINED', 'OFFERED', 'CONTRACTING', 'ACTIVE', 'OFFER_EXPIRED', 'REFUSED_BY_CUSTOMER')
                 ORDER BY opened_at DESC, application_id DESC LIMIT :most""").param("most", MOST_CASES).query(row -> {
                    RatedCases.Known known = facts.get(row.getString(1));
                    if (known != null) {
                        cases.add(new ObservedCase(known.basis(), known.values(), DECLINED.equals(row.getString(2))));
                    }
                });
        return cases;
    }
}
