package io.shouxin.origination;

import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.Refusal;
import io.shouxin.policy.PolicyBook;
import io.shouxin.rating.Grade;
import io.shouxin.rating.RatingBasis;
import io.shouxin.rating.RatingDesk;
import io.shouxin.rating.RatingView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the analyst which covenants the library suggests for his case and how far he may amend them, and looks at what he asks (约定事项建议).
 * The grade is known only after his assessment: an amendment is taken if policy allows it of one grade, and looked at again when the proposal
 * is worked out.
 */
@Service
public class CovenantSuggestions {

    private static final int SHORTEST_REASON = 5;
    private static final int LONGEST_REASON = 500;

    private final CreditApplications applications;
    private final RatingDesk ratings;
    private final PolicyBook policies;

    CovenantSuggestions(CreditApplications applications, RatingDesk ratings, PolicyBook policies) {
        this.applications = applications;
        this.ratings = ratings;
        this.policies = policies;
    }

    /** Empty when the application is unknown, not submitted yet or of the days before the bank had a library. */
    @Transactional(readOnly = true)
    public Optional<SuggestedCovenants> of(ApplicationId id) {
        return applications.findById(id.value()).filter(application -> application.form().isPresent() && knows(application)).map(application -> {
            RatingBasis basis = ratings.factsOnFile(application.customerId()).basis();
            Optional<String> grade = ratings.latest(application.customerId()).filter(rating -> rating.basis() == basis && !rating.knockedOut())
                    .map(RatingView::grade).map(Grade::name);
            List<CovenantAmendment> asked = AssessmentRecord.of(application).map(AssessmentRecord::covenants).orElse(List.of());
            return new SuggestedCovenants(grade.orElse(null), choices(application, basis, grade.map(List::of).orElseGet(CovenantSuggestions::grades)), asked);
        });
    }

    private List<SuggestedCovenants.Choice> choices(CreditApplication application, RatingBasis basis, List<String> grades) {
        Map<String, Covenant> suggested = new LinkedHashMap<>();
        Map<String, Covenant> others = new LinkedHashMap<>();
        List<SuggestedCovenants.Choice> choices = new ArrayList<>();
        for (String grade : grades) {
            Shelf shelf = shelf(application, basis, grade);
            shelf.suggested().forEach(covenant -> suggested.merge(covenant.code(), covenant, Covenant::beside));
            shelf.others().forEach(covenant -> others.putIfAbsent(covenant.code(), covenant));
        }
        suggested.values().forEach(covenant -> choices.add(choice(covenant, true, application.policyAsOf())));
        others.values().stream().filter(covenant -> !suggested.containsKey(covenant.code())).map(covenant -> choice(covenant, false, application.policyAsOf()))
                .filter(SuggestedCovenants.Choice::mayAmend).forEach(choices::add);
        return choices;
    }

    private SuggestedCovenants.Choice choice(Covenant covenant, boolean suggested, LocalDate asOf) {
        return CovenantLatitude.of(policies, asOf, covenant.code()).map(policy -> new SuggestedCovenants.Choice(covenant, suggested, suggested || policy.mayAdd(),
                        suggested && policy.mayDrop(), policy.easiest(covenant), policy.rarest(), policy.mostGraceDays(), policy.reasonCode()))
                .orElseGet(() -> new SuggestedCovenants.Choice(covenant, suggested, false, false, covenant.target(), covenant.frequency(), covenant.graceDays(), null));
    }

    /**
     * What is wrong with the amendments, each at its field.
     *
     * @return {@code FIELD_REQUIRED, COVENANT_AMENDED_TWICE, COVENANT_NOT_SUGGESTED, COVENANT_NOT_AMENDABLE, COVENANT_CHANGE_EMPTY,
     *         COVENANT_TARGET_WRONG, COVENANT_BEYOND_POLICY} and what is wrong with a text
     */
    List<Refusal> refusals(CreditApplication application, List<CovenantAmendment> amendments) {
        List<Refusal> refusals = new ArrayList<>();
        if (amendments.isEmpty()) {
            return refusals;
        }
        List<Shelf> shelves = shelves(application);
        Set<String> seen = new HashSet<>();
        for (int place = 0; place < amendments.size(); place++) {
            CovenantAmendment asked = amendments.get(place);
            String field = "covenants[" + place + "]";
            if (asked == null || asked.code() == null || asked.act() == null) {
                refusals.add(Refusal.of("FIELD_REQUIRED").at(field));
                continue;
            }
            FieldCheck.text(asked.reason(), SHORTEST_REASON, LONGEST_REASON, field + ".reason", refusals);
            if (!seen.add(asked.code())) {
                refusals.add(Refusal.of("COVENANT_AMENDED_TWICE").at(field).with("covenant", name(asked)));
            } else {
                against(asked, shelves, application.policyAsOf(), field).ifPresent(refusals::add);
            }
        }
        return refusals;
    }

    /** What speaks against it whatever the grade will be; of several grades, that of the one nearest to allowing it. */
    private Optional<Refusal> against(CovenantAmendment asked, List<Shelf> shelves, LocalDate asOf, String field) {
        List<Optional<Refusal>> found = shelves.stream().map(shelf -> CovenantDraft.objection(asked, shelf.suggested(), shelf.others(),
                code -> CovenantLatitude.of(policies, asOf, code), field)).toList();
        if (found.isEmpty()) {
            return Optional.of(Refusal.of("COVENANT_NOT_SUGGESTED").at(field).with("covenant", asked.code()));
        }
        return found.stream().anyMatch(Optional::isEmpty) ? Optional.empty() : found.stream().flatMap(Optional::stream)
                .filter(refusal -> !refusal.code().equals("COVENANT_NOT_SUGGESTED")).findFirst().or(() -> found.get(0));
    }

    private List<Shelf> shelves(CreditApplication application) {
        if (application.form().isEmpty() || !knows(application)) {
            return List.of();
        }
        RatingBasis basis = ratings.factsOnFile(application.customerId()).basis();
        return grades().stream().map(grade -> shelf(application, basis, grade)).toList();
    }

    private Shelf shelf(CreditApplication application, RatingBasis basis, String grade) {
        SortedMap<Integer, String> products = new TreeMap<>();
        ApplicationViews.form(application).orElseThrow().facilities().forEach(facility -> products.put(products.size() + 1, facility.product()));
        List<Covenant> suggested = CovenantLibrary.of(products, product -> policies.evaluate(CovenantLibrary.POLICY, application.policyAsOf(),
                CovenantLibrary.question(product, grade, basis)).rows());
        return new Shelf(suggested, CovenantLibrary.others(policies, application.policyAsOf(), grade, basis, products, suggested));
    }

    private boolean knows(CreditApplication application) {
        return policies.knows(CovenantLibrary.POLICY, application.policyAsOf());
    }

    private static List<String> grades() {
        return Arrays.stream(Grade.values()).map(Grade::name).toList();
    }

    private static String name(CovenantAmendment asked) {
        return "covenant." + asked.code();
    }

    /** What the library has for one grade: suggested, and beside it. */
    private record Shelf(List<Covenant> suggested, List<Covenant> others) {
    }
}
