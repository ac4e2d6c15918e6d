package io.shouxin.origination;

import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.CustomerView;
import io.shouxin.identity.Access;
import io.shouxin.identity.GrantingEntities;
import io.shouxin.identity.Person;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.EntityCode;
import io.shouxin.kernel.Wording;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists of applications, page by page, as the reader may see them: an applicant sees his own firm's and no grades. */
@Service
@Transactional(readOnly = true)
public class ApplicationList {

    private static final int MOST_NAMES = 100;

    /** So many beyond the page are counted: to count all takes longer than to find the page. */
    private static final int COUNTED_AHEAD = 1_000;

    private final CreditApplications applications;
    private final CustomerRegister register;
    private final GrantingEntities entities;
    private final Access access;
    private final Wording wording;

    ApplicationList(CreditApplications applications, CustomerRegister register, GrantingEntities entities, Access access, Wording wording) {
        this.applications = applications;
        this.register = register;
        this.entities = entities;
        this.access = access;
        this.wording = wording;
    }

    public ApplicationPage search(ApplicationSearch search, Person reader, Locale language) {
        CustomerId only = reader.isOfficer() ? search.customer().orElse(null) : reader.firm().orElse(null);
        if (only == null && !reader.isOfficer()) {
            return new ApplicationPage(List.of(), search.page(), search.size(), 0, false);
        }
        Optional<Set<EntityCode>> kept = kept(search, reader);
        Map<String, String> names = new HashMap<>();
        if (!search.text().isEmpty()) {
            register.search(search.text(), MOST_NAMES).forEach(customer -> names.put(customer.id().value(), customer.name()));
        }
        String customer = only == null ? null : only.value();
        List<String> within = kept.filter(codes -> !codes.isEmpty()).map(codes -> codes.stream().map(EntityCode::value).toList()).orElse(List.of("-"));
        ApplicationStatus status = search.status().orElse(null);
        String text = search.text().isEmpty() ? null : search.text();
        List<String> named = names.isEmpty() ? List.of("-") : List.copyOf(names.keySet());
        List<ApplicationLine> page = applications.search(customer, kept.isEmpty(), within, status, text, named,
                PageRequest.of(search.page(), search.size()));
        int most = (int) Math.min((search.page() + 1L) * search.size() + COUNTED_AHEAD, Integer.MAX_VALUE - 1L);
        int total = applications.oneForEach(customer, kept.isEmpty(), within, status, text, named, PageRequest.of(0, most + 1)).size();
        return new ApplicationPage(page.stream().map(line -> summary(line, names, reader, language)).toList(), search.page(), search.size(),
                Math.min(total, most), total > most);
    }

    /** The entities the list is kept to; nothing if the one asked for is not the reader's to see. */
    private Optional<Set<EntityCode>> kept(ApplicationSearch search, Person reader) {
        Optional<Set<EntityCode>> reach = reader.isOfficer() ? access.reach(reader) : Optional.empty();
        return search.entity().map(entity -> reach.filter(codes -> !codes.contains(entity)).isPresent() ? Set.<EntityCode>of() : Set.of(entity)).or(() -> reach);
    }

    private ApplicationSummary summary(ApplicationLine line, Map<String, String> names, Person reader, Locale language) {
        CustomerId customer = new CustomerId(line.customerId());
        String name = names.computeIfAbsent(line.customerId(), id -> register.find(customer).map(CustomerView::name).orElse(id));
        String grade = reader.isOfficer() ? line.grade() : null;
        return new ApplicationSummary(new ApplicationId(line.applicationId()), customer, new EntityCode(line.entity()), name, line.status(),
                wording.of("applicationStatus." + line.status(), language), List.of(line.products().split(",")),
                Stream.of(line.products().split(",")).map(product -> wording.of("product." + product, language)).toList(),
                line.amount().setScale(2, RoundingMode.UNNECESSARY).toPlainString(), line.currency(),
                grade, grade == null ? null : wording.of("grade." + grade, language), line.openedAt(), line.submittedAt(),
                wording.of("applicationStage." + line.status(), language), line.mayBeWithdrawn()
                && OpeningRules.mayActFor(reader, customer, new EntityCode(line.entity()), entities), line.letter());
    }
}
