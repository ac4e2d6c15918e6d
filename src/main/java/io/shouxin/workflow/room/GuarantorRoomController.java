package io.shouxin.workflow.room;

import io.shouxin.contract.AgreementView;
import io.shouxin.contract.ContractPaperView;
import io.shouxin.contract.Signature;
import io.shouxin.contract.SignatoryRole;
import io.shouxin.contract.SigningDesk;
import io.shouxin.creditroom.RoomInvitation;
import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.CustomerView;
import io.shouxin.document.DocumentDesk;
import io.shouxin.document.DocumentView;
import io.shouxin.document.ReceiveDocument;
import io.shouxin.document.SigningKeys;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.Wording;
import io.shouxin.origination.ProposedFacility;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What a guarantor does in the credit room; {@link RoomDoor} lets him do nothing else. */
@RestController
@RequestMapping("/room/api/guarantee")
class GuarantorRoomController {

    private final GuarantorRoom room;
    private final SigningDesk signing;
    private final SigningKeys keys;
    private final DocumentDesk documents;
    private final CustomerRegister customers;
    private final RoomActs acts;
    private final Wording wording;

    GuarantorRoomController(GuarantorRoom room, SigningDesk signing, SigningKeys keys, DocumentDesk documents, CustomerRegister customers, RoomActs acts,
            Wording wording) {
        this.room = room;
        this.signing = signing;
        this.keys = keys;
        this.documents = documents;
        this.customers = customers;
        this.acts = acts;
        this.wording = wording;
    }

    @GetMapping
    Guarantee guarantee(@RequestAttribute(RoomDoor.VISITOR) RoomInvitation visitor, Locale language) {
        AgreementView agreement = room.agreement(visitor);
        ContractPaperView paper = room.paper(visitor);
        Optional<Signature> own = paper.signatures().stream().filter(signature -> signature.role() == SignatoryRole.GUARANTOR).findFirst();
        List<Line> lines = agreement.terms().facilities().stream().filter(line -> paper.facility() == null || line.position() == paper.facility())
                .map(line -> line(line, language)).toList();
        return new Guarantee(visitor.guarantee().orElseThrow().name(), customers.find(visitor.customer()).map(CustomerView::name).orElse(""), paper.id(),
                wording.of("paperKind." + paper.kind(), language), paper.otherSide(), lines, paper.documentSha256(), agreement.signBy(),
                own.map(signature -> wording.of("signatureManner." + signature.manner(), language)).orElse(null), own.filter(Signature::toConfirm).isPresent(),
                own.isPresent() ? null : signing.obstacleToGuarantor(agreement.id()).map(refusal -> wording.of(refusal, language)).orElse(null),
                keys.certifiesHere());
    }

    private Line line(ProposedFacility line, Locale language) {
        return new Line(wording.of("product." + line.product(), language), line.amount().amount().toPlainString(), line.amount().currency().getCurrencyCode(),
                line.tenorMonths(), line.rate() == null ? null : line.rate().toString(), line.paymentTermDays());
    }

    /** The text he is to sign, or with his signature once he has. */
    @GetMapping("/paper")
    ResponseEntity<byte[]> paper(@RequestAttribute(RoomDoor.VISITOR) RoomInvitation visitor) {
        ContractPaperView paper = room.paper(visitor);
        DocumentView document = documents.find(paper.signedDocument() == null ? paper.document() : paper.signedDocument()).orElseThrow();
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).cacheControl(CacheControl.noStore()).header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(document.fileName(), StandardCharsets.UTF_8).build().toString())
                .body(documents.content(document.id()).orElseThrow().content());
    }

    @PostMapping("/signature")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void sign(@RequestAttribute(RoomDoor.VISITOR) RoomInvitation visitor, @RequestBody Signed signed) {
        acts.noting(visitor, "sign-as-guarantor", () -> room.sign(visitor, signed.fullName(), signed.documentSha256(), null));
    }

    /** What he signed elsewhere with a certificate of his own, or by hand and scanned. The file is kept whatever is found in it. */
    @PostMapping(path = "/returned", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void bring(@RequestAttribute(RoomDoor.VISITOR) RoomInvitation visitor, @RequestPart("file") MultipartFile file, @RequestParam String fullName,
            @RequestParam String documentSha256) throws IOException {
        byte[] content = file.getBytes();
        acts.noting(visitor, "sign-as-guarantor", () -> {
            DocumentId returned = documents.receive(new ReceiveDocument(visitor.application().value(), DocumentDesk.SIGNED_COPY, file.getOriginalFilename(),
                    file.getContentType(), content), visitor.person()).orElseThrow().id();
            room.sign(visitor, fullName, documentSha256, returned);
        });
    }

    @PostMapping("/refusal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decline(@RequestAttribute(RoomDoor.VISITOR) RoomInvitation visitor, @RequestBody Declined declined) {
        acts.noting(visitor, "decline-as-guarantor", () -> room.decline(visitor, declined.reason()));
    }

    /** @param documentSha256 fingerprint of the text he was shown */
    record Signed(String fullName, String documentSha256) {
    }

    /** Why he does not sign; told to the bank. */
    record Declined(String reason) {
    }

    /**
     * What a guarantor sees.
     *
     * @param debtor       for whom he stands
     * @param otherSide    the security as approved
     * @param signed       how he has signed, in words; null before
     * @param toConfirm    a second officer has yet to look at what he signed by hand
     * @param obstacle     why he can't sign now, in words; null when he can
     * @param signsHere    whether he can sign on this page, or only elsewhere or by hand
     */
    record Guarantee(String name, String debtor, String paper, String paperLabel, String otherSide, List<Line> lines, String documentSha256, LocalDate signBy,
                     String signed, boolean toConfirm, String obstacle, boolean signsHere) {
    }

    /** A facility he stands for; amounts and the rate are decimal strings. */
    record Line(String productLabel, String amount, String currency, int tenorMonths, String rate, Integer paymentTermDays) {
    }
}
