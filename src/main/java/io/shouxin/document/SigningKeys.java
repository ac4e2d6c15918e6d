package io.shouxin.document;

import io.shouxin.document.signature.CertificateFiles;
import io.shouxin.document.signature.DevelopmentAuthority;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Who signs with which key, and whose certificates the bank trusts (签名证书).
 *
 * <p>The bank signs with the key store that is set. Without one, and for customers, the development authority certifies, which
 * profile {@code production} refuses: there a customer signs elsewhere, with a certificate of an authority the bank trusts, or by hand.
 */
@Component
public class SigningKeys {

    private final DevelopmentAuthority authority;
    private final BusinessClock clock;
    private final boolean development;
    private final Optional<SigningKey> bank;
    private final List<X509Certificate> roots;

    /** @throws IllegalStateException when production is told to use the development authority, or a file that is set can't be read */
    SigningKeys(DevelopmentAuthority authority, BusinessClock clock, Environment environment,
                @Value("${shouxin.signature.authority:}") String chosen,
                @Value("${shouxin.signature.keystore.path:}") String keyStore,
                @Value("${shouxin.signature.keystore.password:}") String password,
                @Value("${shouxin.signature.keystore.alias:}") String alias,
                @Value("${shouxin.signature.trusted-roots:}") String trustedRoots) {
        boolean production = environment.acceptsProfiles(Profiles.of("production"));
        if (production && chosen.equals("development")) {
            throw new IllegalStateException("shouxin.signature.authority=development is refused in production: it certifies anybody");
        }
        if (!List.of("", "none", "development").contains(chosen)) {
            throw new IllegalStateException("shouxin.signature.authority is none or development, not " + chosen);
        }
        this.authority = authority;
        this.clock = clock;
        this.development = !production && !chosen.equals("none");
        this.bank = keyStore.isBlank() ? Optional.empty() : Optional.of(CertificateFiles.key(Path.of(keyStore), password, alias));
        this.roots = trustedRoots.isBlank() ? List.of() : CertificateFiles.roots(Path.of(trustedRoots));
    }

    /**
     * The bank's key.
     *
     * @param officer who signs for it; the development authority names him
     * @return the key, or {@code NO_SIGNING_KEY, SIGNING_KEY_EXPIRED}
     */
    public Outcome<SigningKey> ofBank(PersonId officer, String name, String organisation) {
        if (bank.isEmpty()) {
            return of(officer, name, organisation);
        }
        boolean valid = !clock.instant().isBefore(bank.get().certificate().getNotBefore().toInstant())
                && !clock.instant().isAfter(bank.get().certificate().getNotAfter().toInstant());
        return valid ? Outcome.done(bank.get()) : Outcome.refused(Refusal.of("SIGNING_KEY_EXPIRED"));
    }

    /**
     * The key of somebody who is signed in.
     *
     * @return the key, or {@code NO_SIGNING_KEY} where the development authority is off
     */
    public Outcome<SigningKey> of(PersonId person, String name, String organisation) {
        if (!development) {
            return Outcome.refused(Refusal.of("NO_SIGNING_KEY"));
        }
        DevelopmentAuthority.Issued issued = authority.of(person.value(), name, organisation);
        return Outcome.done(new SigningKey(issued.key(), issued.chain()));
    }

    /** Whether somebody who is let in can sign here, because the development authority certifies him; else he signs elsewhere or by hand. */
    public boolean certifiesHere() {
        return development;
    }

    /** Certificates of the authorities whose word counts. */
    public List<X509Certificate> trusted() {
        List<X509Certificate> all = new ArrayList<>(roots);
        bank.ifPresent(key -> all.add(key.chain().get(key.chain().size() - 1)));
        if (development) {
            all.add(authority.rootCertificate());
        }
        return List.copyOf(all);
    }

    /** The same as a PEM file, for whoever verifies on another machine. */
    public String trustedAsText() {
        return trusted().stream().map(CertificateFiles::text).collect(Collectors.joining());
    }

    /** A verifier that trusts them. */
    public SignatureVerifier verifier() {
        return new SignatureVerifier(trusted(), clock.instant());
    }
}
