package io.shouxin.policy;

import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Every published version with the fingerprint its file must have: those that come with the application, and those the bank
 * has published since, which stand in the database. A file that was changed after publication is not read at all.
 *
 * <p>A publication comes into force on a later day than the one it is made on. So what was read today answers for today and
 * every day before; only when a later day is asked about, or a version nobody has heard of, is the database read again. All
 * nodes therefore decide by the same versions without telling each other.
 */
@Component
class PublishedPolicies {

    private static final String FOLDER = "processes/policies";
    private static final Duration RECENT = Duration.ofSeconds(2);

    private final List<PolicyVersion> files;
    private final PolicyPublications publications;
    private final BusinessClock clock;
    private volatile Shelf shelf;

    @Autowired
    PublishedPolicies(PolicyPublications publications, BusinessClock clock) {
        this(FOLDER, publications, clock);
        shelf().versions().values().forEach(versions -> versions.values().stream().filter(PolicyPublications::holds).forEach(this::file));
    }

    private PublishedPolicies(String folder, PolicyPublications publications, BusinessClock clock) {
        this.files = PolicyIndex.in(folder);
        this.publications = publications;
        this.clock = clock;
        files.forEach(this::file);
        this.shelf = publications == null ? Shelf.of(files, LocalDate.MAX) : null;
    }

    /**
     * Those of the files only.
     *
     * @param folder folder on the classpath that holds the index and a sub-folder per policy
     * @throws IllegalStateException when the index is malformed, a file is missing or a fingerprint differs
     */
    static PublishedPolicies in(String folder) {
        return new PublishedPolicies(folder, null, null);
    }

    /** The same files with those of a database. */
    static PublishedPolicies in(String folder, PolicyPublications publications, BusinessClock clock) {
        return new PublishedPolicies(folder, publications, clock);
    }

    PolicyVersion inForce(String key, LocalDate asOf) {
        Shelf known = shelf();
        if (asOf.isAfter(known.readOn()) && (known.readOn().isBefore(clock.today()) || known.isOld())) {
            known = readAgain();
        }
        NavigableMap<LocalDate, PolicyVersion> byDate = known.versions().get(key);
        Map.Entry<LocalDate, PolicyVersion> latest = byDate == null ? null : byDate.floorEntry(asOf);
        if (latest == null) {
            throw new PolicyNotInForce(key, asOf);
        }
        return latest.getValue();
    }

    /** Versions of a policy by the day they come into force. */
    List<PolicyVersion> of(String key) {
        return List.copyOf(recent().versions().getOrDefault(key, new TreeMap<>()).values());
    }

    List<String> keys() {
        return recent().versions().keySet().stream().sorted().toList();
    }

    Optional<PolicyVersion> find(String key, String version) {
        Optional<PolicyVersion> known = shelf().find(key, version);
        return known.isPresent() || publications == null ? known : recent().find(key, version);
    }

    /**
     * The version's file.
     *
     * @throws IllegalStateException when it is missing or was changed after publication
     */
    byte[] file(PolicyVersion version) {
        byte[] file = publications != null && PolicyPublications.holds(version) ? publications.file(version) : ofClasspath(version);
        String found = Sha256.of(file);
        if (!found.equals(version.sha256())) {
            throw new IllegalStateException("policy file " + version.resource() + " was changed after publication: fingerprint "
                    + found + ", published " + version.sha256() + ". Publish a new version instead.");
        }
        return file;
    }

    /** What is in the database may differ from what was read: it is read again before anything is answered. */
    void forget() {
        shelf = null;
    }

    private Shelf shelf() {
        Shelf known = shelf;
        return known != null ? known : readAgain();
    }

    private Shelf recent() {
        Shelf known = shelf();
        return publications != null && known.isOld() ? readAgain() : known;
    }

    private Shelf readAgain() {
        LocalDate today = clock.today();
        Shelf read = Shelf.of(java.util.stream.Stream.concat(files.stream(), publications.all().stream()).toList(), today);
        shelf = read;
        return read;
    }

    private static byte[] ofClasspath(PolicyVersion version) {
        try (InputStream file = new ClassPathResource(version.resource()).getInputStream()) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("published policy file is missing: " + version.resource(), e);
        }
    }

    /**
     * The versions as they were read.
     *
     * @param readOn   business day of reading
     * @param readNano for how long ago that was, by the machine
     */
    private record Shelf(Map<String, NavigableMap<LocalDate, PolicyVersion>> versions, LocalDate readOn, long readNano) {

        static Shelf of(List<PolicyVersion> all, LocalDate readOn) {
            Map<String, NavigableMap<LocalDate, PolicyVersion>> versions = new HashMap<>();
            for (PolicyVersion version : all) {
                NavigableMap<LocalDate, PolicyVersion> byDate = versions.computeIfAbsent(version.key(), key -> new TreeMap<>());
                boolean repeated = byDate.values().stream().anyMatch(other -> other.version().equals(version.version()));
                if (repeated || byDate.putIfAbsent(version.effectiveFrom(), version) != null) {
                    throw new IllegalStateException("policy " + version.key() + " has version " + version.version() + " or day "
                            + version.effectiveFrom() + " twice");
                }
            }
            return new Shelf(versions, readOn, System.nanoTime());
        }

        boolean isOld() {
            return readOn != LocalDate.MAX && System.nanoTime() - readNano > RECENT.toNanos();
        }

        Optional<PolicyVersion> find(String key, String version) {
            return versions.getOrDefault(key, new TreeMap<>()).values().stream().filter(one -> one.version().equals(version)).findFirst();
        }
    }
}
