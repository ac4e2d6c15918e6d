package io.shouxin.policy;

import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.Sha256;
import io.shouxin.kernel.Simultaneous;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The desk that puts new versions into the policy book (政策发布). It publishes what somebody else wrote, for a day to come, once:
 * a published version is never changed.
 */
@Service
@Transactional
public class PublishingDesk {

    private static final Pattern VERSION = Pattern.compile("\\d{4}\\.\\d{1,3}");

    private final PublishedPolicies published;
    private final PolicyPublications publications;
    private final DecisionTables tables;
    private final Simultaneous simultaneous;
    private final BusinessClock clock;

    PublishingDesk(PublishedPolicies published, PolicyPublications publications, DecisionTables tables, Simultaneous simultaneous,
                   BusinessClock clock) {
        this.published = published;
        this.publications = publications;
        this.tables = tables;
        this.simultaneous = simultaneous;
        this.clock = clock;
    }

    /** What stands against publishing a version for that day; empty when nothing does. Looks at the book as it is now. */
    @Transactional(readOnly = true)
    public List<Refusal> obstacles(String key, String version, LocalDate effectiveFrom) {
        List<Refusal> refusals = new ArrayList<>();
        if (version == null || !VERSION.matcher(version).matches()) {
            refusals.add(Refusal.of("POLICY_VERSION_MALFORMED").at("version").with("version", version));
        }
        if (effectiveFrom == null || !effectiveFrom.isAfter(clock.today())) {
            refusals.add(Refusal.of("EFFECTIVE_DATE_NOT_AHEAD").at("effectiveFrom").with("earliest", clock.today().plusDays(1)));
        }
        if (refusals.isEmpty()) {
            taken(key, version, effectiveFrom).ifPresent(refusals::add);
        }
        return refusals;
    }

    /**
     * Publishes. Asked again for the same draft, it answers with what stands. Refuses {@code FOUR_EYES}, and what
     * {@link #obstacles} names; of two at the same moment one is refused {@code POLICY_VERSION_TAKEN}.
     */
    public Outcome<PolicyVersion> publish(PublishPolicy policy, PersonId publishedBy) {
        Optional<PolicyVersion> standing = publications.all().stream()
                .filter(version -> version.key().equals(policy.key()) && version.version().equals(policy.version())
                        && version.resource().endsWith(":" + policy.draftId())).findFirst();
        if (standing.isPresent()) {
            return Outcome.done(standing.get());
        }
        if (policy.author().equals(publishedBy)) {
            return Outcome.refused(Refusal.of("FOUR_EYES"));
        }
        List<Refusal> refusals = obstacles(policy.key(), policy.version(), policy.effectiveFrom());
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        tables.read(policy.key(), policy.file());
        forgetAfterwards();
        simultaneous.write(() -> {
            publications.add(policy, Sha256.of(policy.file()), publishedBy);
            published.forget();
            return policy;
        }, () -> taken(policy.key(), policy.version(), policy.effectiveFrom()).orElse(null));
        return Outcome.done(publications.all().stream().filter(version -> version.key().equals(policy.key())
                && version.version().equals(policy.version())).findFirst().orElseThrow());
    }

    private Optional<Refusal> taken(String key, String version, LocalDate effectiveFrom) {
        published.forget();
        return published.of(key).stream().filter(one -> one.version().equals(version) || one.effectiveFrom().equals(effectiveFrom)).findFirst()
                .map(one -> Refusal.of("POLICY_VERSION_TAKEN")
                        .at(one.version().equals(version) ? "version" : "effectiveFrom")
                        .with("policy", "policy." + key).with("version", one.version()).with("effectiveFrom", one.effectiveFrom()));
    }

    /** Whatever becomes of the transaction, what this node has read of the book is read again. */
    private void forgetAfterwards() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                published.forget();
            }
        });
    }
}
