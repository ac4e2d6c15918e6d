package io.shouxin.document;

import java.time.Instant;
import java.util.List;

/**
 * One signature of a file.
 *
 * @param field         name of its field
 * @param signatory     common name of the certificate; null when the signature can't be read
 * @param organisation  of the certificate; null when it names none
 * @param identifier    number of an identity paper in the certificate; null when it names none
 * @param issuer        common name of the authority; null like the signatory
 * @param serialNumber  of the certificate, hexadecimal; null likewise
 * @param claimedAt     the time the signatory's machine told; nobody else vouches for it. Null when it told none
 * @param reason        null when none is told
 * @param signedBytes   the file was that long when it was signed; 0 when the signature does not say
 * @param flaws         none when the signature is good
 */
public record FoundSignature(String field, String signatory, String organisation, String identifier, String issuer, String serialNumber, Instant claimedAt,
                             String reason, int signedBytes, List<SignatureFlaw> flaws) {

    public FoundSignature {
        flaws = List.copyOf(flaws);
    }

    public boolean good() {
        return flaws.isEmpty();
    }
}
