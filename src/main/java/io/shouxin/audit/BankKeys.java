package io.shouxin.audit;

import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.Timestamp;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The key the bank seals its audit trail and signs its receipts with (签章密钥): an Ed25519 key of a PKCS#12 key store that stands outside
 * the database. Without one a development key is made once and kept in the database: good for trying out, and no protection against
 * whoever may write there.
 */
@Service
public class BankKeys {

    private static final String DEVELOPMENT = "DEVELOPMENT";
    private static final HexFormat HEX = HexFormat.of();

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final TransactionTemplate ownTransaction;
    private final String store;
    private final char[] password;
    private final String alias;
    private volatile Pair inUse;

    BankKeys(JdbcClient jdbc, BusinessClock clock, PlatformTransactionManager transactions, @Value("${shouxin.bank-key.store:}") String store,
             @Value("${shouxin.bank-key.password:}") String password, @Value("${shouxin.bank-key.alias:bank}") String alias) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.store = store;
        this.password = password.toCharArray();
        this.alias = alias;
    }

    public BankSignature sign(byte[] content) {
        Pair pair = pair();
        try {
            Signature signature = Signature.getInstance(BankSignature.ALGORITHM);
            signature.initSign(pair.secret());
            signature.update(content);
            return new BankSignature(pair.id(), pair.open(), HEX.formatHex(signature.sign()));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("cannot sign with the bank's key", unusable);
        }
    }

    /** Whether the key in use is a development key. */
    public boolean development() {
        return store.isBlank();
    }

    /** The public half of the key in use, as X.509 in lower-case hex. */
    public String publicKey() {
        return pair().open();
    }

    /** Fingerprints of all keys the bank has signed with. */
    private Set<String> known() {
        return jdbc.sql("SELECT key_id FROM bank_key").query(String.class).list().stream().collect(Collectors.toSet());
    }

    private Pair pair() {
        Pair known = inUse;
        if (known == null) {
            synchronized (this) {
                if (inUse == null) {
                    inUse = store.isBlank() ? developmentKey() : ofKeyStore();
                }
                known = inUse;
            }
        }
        return known;
    }

    private Pair ofKeyStore() {
        try (InputStream file = Files.newInputStream(Path.of(store))) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(file, password);
            if (!(keys.getKey(alias, password) instanceof PrivateKey secret) || keys.getCertificate(alias) == null) {
                throw new IllegalStateException("no key named " + alias + " in the key store " + store);
            }
            Pair pair = Pair.of(secret, keys.getCertificate(alias).getPublicKey());
            Signature.getInstance(BankSignature.ALGORITHM).initSign(secret);
            if (!known().contains(pair.id())) {
                keep(pair, "KEYSTORE " + pair.id(), null);
            }
            return pair;
        } catch (IOException | GeneralSecurityException unusable) {
            throw new IllegalStateException("the bank's key cannot be read from the key store " + store, unusable);
        }
    }

    private Pair developmentKey() {
        return kept().orElseGet(() -> {
            try {
                KeyPair made = KeyPairGenerator.getInstance(BankSignature.ALGORITHM).generateKeyPair();
                keep(Pair.of(made.getPrivate(), made.getPublic()), DEVELOPMENT, HEX.formatHex(made.getPrivate().getEncoded()));
            } catch (GeneralSecurityException missing) {
                throw new IllegalStateException(missing);
            }
            return kept().orElseThrow();
        });
    }

    private Optional<Pair> kept() {
        return jdbc.sql("SELECT key_id, public_key, private_key FROM bank_key WHERE slot = ?").param(DEVELOPMENT).query((row, n) -> {
            try {
                return new Pair(row.getString(1), row.getString(2), KeyFactory.getInstance(BankSignature.ALGORITHM)
                        .generatePrivate(new PKCS8EncodedKeySpec(HEX.parseHex(row.getString(3)))));
            } catch (GeneralSecurityException unreadable) {
                throw new IllegalStateException("the development key in the database cannot be read", unreadable);
            }
        }).optional();
    }

    /** In a transaction of its own: a key that signed anything is kept even if that is rolled back. Another node may have been faster. */
    private void keep(Pair pair, String slot, String secret) {
        try {
            ownTransaction.executeWithoutResult(status -> jdbc.sql("INSERT INTO bank_key (key_id, slot, public_key, private_key, first_used_at) "
                            + "VALUES (:id, :slot, :open, :secret, :at)")
                    .param("id", pair.id()).param("slot", slot).param("open", pair.open()).param("secret", secret)
                    .param("at", Timestamp.from(clock.instant())).update());
        } catch (DuplicateKeyException keptMeanwhile) {
            // the one that is kept holds
        }
    }

    /** @param open the public half, as X.509 in lower-case hex */
    private record Pair(String id, String open, PrivateKey secret) {

        static Pair of(PrivateKey secret, PublicKey open) {
            return new Pair(Sha256.of(open.getEncoded()), HEX.formatHex(open.getEncoded()), secret);
        }
    }
}
