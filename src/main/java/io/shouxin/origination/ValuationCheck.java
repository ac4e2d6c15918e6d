package io.shouxin.origination;

import io.shouxin.kernel.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the analyst's valuations line by line and notes everything that is wrong with them, each at its field. */
final class ValuationCheck {

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final int LAST_RANK = 9;

    private final ApplicationForm form;
    private final LocalDate today;
    private final List<Refusal> refusals = new ArrayList<>();

    private ValuationCheck(ApplicationForm form, LocalDate today) {
        this.form = form;
        this.today = today;
    }

    /** All refusals; empty when the valuations may be kept. */
    static List<Refusal> of(ApplicationForm form, List<SecurityValuation> valuations, LocalDate today) {
        ValuationCheck check = new ValuationCheck(form, today);
        int most = ApplicationCheck.MOST_FACILITIES * ApplicationCheck.MOST_SECURITIES;
        if (valuations.size() > most) {
            return List.of(Refusal.of("TOO_MANY_SECURITIES").at("security").with("most", most));
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < valuations.size(); i++) {
            String at = "security[" + i + "].";
            SecurityValuation valuation = valuations.get(i);
            if (valuation == null) {
                check.refuse("FIELD_REQUIRED", at + "kind");
                continue;
            }
            check.one(valuation, at);
            if (valuation.offer() != null && !seen.add(valuation.facility() + "/" + valuation.offer())) {
                check.refuse("SECURITY_VALUED_TWICE", at + "kind");
            }
        }
        return check.refusals;
    }

    private void one(SecurityValuation valuation, String at) {
        Optional<SecurityOffer> offer = place(valuation, at);
        if (valuation.kind() == null) {
            refuse("FIELD_REQUIRED", at + "kind");
        } else if (offer.filter(offered -> !valuation.kind().mayBe(offered.type())).isPresent()) {
            refusals.add(Refusal.of("SECURITY_KIND_UNFIT").at(at + "kind").with("type", offer.get().type()));
        }
        if (valuation.offer() == null) {
            FieldCheck.text(valuation.description(), 2, 500, at + "description", refusals);
        }
        FieldCheck.amount(valuation.value(), at + "value", false, ApplicationCheck.AMOUNT_CEILING, refusals);
        if (!"CNY".equals(valuation.currency())) {
            refusals.add(valuation.currency() == null || valuation.currency().isBlank() ? Refusal.of("FIELD_REQUIRED").at(at + "currency")
                    : Refusal.of("CURRENCY_NOT_OFFERED").at(at + "currency").with("currency", shortened(valuation.currency())));
        }
        if (valuation.valuedOn() == null) {
            refuse("FIELD_REQUIRED", at + "valuedOn");
        } else if (valuation.valuedOn().isAfter(today) || valuation.valuedOn().isBefore(EARLIEST)) {
            refusals.add(Refusal.of("VALUATION_DAY").at(at + "valuedOn").with("today", today));
        }
        if (valuation.valuer() == null) {
            refuse("FIELD_REQUIRED", at + "valuer");
        }
        if (valuation.owner() == null) {
            refuse("FIELD_REQUIRED", at + "owner");
        }
        claims(valuation, at);
        FieldCheck.text(valuation.evidence(), 2, 500, at + "evidence", refusals);
    }

    /** The offer it values, as far as it values one that is there. */
    private Optional<SecurityOffer> place(SecurityValuation valuation, String at) {
        Integer facility = valuation.facility();
        if (facility == null || facility < 1 || facility > form.facilities().size()) {
            refuse("SECURITY_WITHOUT_FACILITY", at + "facility");
            return Optional.empty();
        }
        List<SecurityOffer> offered = form.facilities().get(facility - 1).security();
        if (valuation.offer() == null) {
            return Optional.empty();
        }
        if (valuation.offer() < 1 || valuation.offer() > offered.size()
                || offered.get(valuation.offer() - 1).type() == SecurityType.UNSECURED) {
            refuse("SECURITY_NOT_OFFERED", at + "offer");
            return Optional.empty();
        }
        return Optional.of(offered.get(valuation.offer() - 1));
    }

    private void claims(SecurityValuation valuation, String at) {
        int before = refusals.size();
        FieldCheck.amount(valuation.priorClaims(), at + "priorClaims", true, ApplicationCheck.AMOUNT_CEILING, refusals);
        if (valuation.rank() == null) {
            refuse("FIELD_REQUIRED", at + "rank");
        } else if (refusals.size() == before) {
            boolean pledged = valuation.priorClaims().signum() > 0;
            if (pledged ? valuation.rank() < 2 || valuation.rank() > LAST_RANK : valuation.rank() != 1) {
                refusals.add(Refusal.of("SECURITY_RANK_UNFIT").at(at + "rank").with("last", LAST_RANK));
            }
        }
    }

    private void refuse(String code, String field) {
        refusals.add(Refusal.of(code).at(field));
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
