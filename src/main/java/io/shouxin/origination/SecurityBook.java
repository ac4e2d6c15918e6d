package io.shouxin.origination;

import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.policy.PolicyBook;
import io.shouxin.rating.Grade;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells what secures an application and what the policies make of it (担保资料); changes nothing and leaves no line in the log. */
@Service
public class SecurityBook {

    private final CreditApplications applications;
    private final PolicyBook policies;
    private final BusinessClock clock;

    SecurityBook(CreditApplications applications, PolicyBook policies, BusinessClock clock) {
        this.applications = applications;
        this.policies = policies;
        this.clock = clock;
    }

    /** Empty when the application is unknown or not submitted yet. */
    @Transactional(readOnly = true)
    public Optional<SecurityTerms> terms(ApplicationId id) {
        return applications.findById(id.value()).flatMap(application -> ApplicationViews.form(application).map(form -> {
            List<SecurityValuation> valuations = application.assessment()
                    .map(json -> StoredJson.read(json, AssessmentRecord.class).security()).orElse(List.of());
            return terms(form, valuations, application.policyAsOf(), application.id());
        }));
    }

    private SecurityTerms terms(ApplicationForm form, List<SecurityValuation> valuations, LocalDate asOf, ApplicationId id) {
        CasePolicies known = new CasePolicies(policies, asOf, id);
        if (!known.know(AdvanceRate.POLICY) || !known.know(SecurityCover.REQUIREMENTS)) {
            return new SecurityTerms(List.of(), List.of(), List.of());
        }
        PolicyAnswers answers = known::unlogged;
        List<AdvanceRate> rates = Arrays.stream(SecurityKind.values()).map(kind -> SecurityCover.rate(answers, kind)).toList();
        List<SecurityTerms.Requirement> requirements = new ArrayList<>();
        for (Grade grade : Grade.values()) {
            for (boolean smallFirm : new boolean[] {false, true}) {
                SecurityCover.required(answers, form, grade.name(), smallFirm).forEach((facility, required) ->
                        requirements.add(new SecurityTerms.Requirement(facility, grade.name(), smallFirm, required)));
            }
        }
        List<SecurityLine> lines = new SecurityCover(SecurityCover.judged(form, valuations, kind -> rates.get(kind.ordinal()), clock.today()),
                Map.of()).lines();
        return new SecurityTerms(lines, rates, requirements);
    }
}
