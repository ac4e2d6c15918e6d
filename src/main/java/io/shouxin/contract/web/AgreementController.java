package io.shouxin.contract.web;

import io.shouxin.contract.AgreementView;
import io.shouxin.contract.ConditionPrecedent;
import io.shouxin.contract.SigningDesk;
import io.shouxin.contract.Signature;
import io.shouxin.identity.Access;
import io.shouxin.identity.Person;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.Wording;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Agreements over HTTP. They are signed in the task, not here. */
@RestController
@RequestMapping({"/api/v1/agreements", "/camunda/api/shouxin/v1/agreements"})
class AgreementController {

    private final SigningDesk desk;
    private final Access access;
    private final Wording wording;

    AgreementController(SigningDesk desk, Access access, Wording wording) {
        this.desk = desk;
        this.access = access;
        this.wording = wording;
    }

    /** All drafts of an application, latest first. */
    @GetMapping
    List<AgreementAnswer> agreements(@RequestParam String applicationId, Locale language) {
        Person reader = access.person();
        return desk.of(new ApplicationId(applicationId)).stream().filter(agreement -> access.mayRead(reader, applicationId, agreement.customer()))
                .map(agreement -> AgreementAnswer.of(agreement, wording, language)).toList();
    }

    /** An agreement as the API tells it. */
    record AgreementAnswer(String agreementId, String applicationId, String offerId, String customerId, String status, String statusLabel,
                           TermsAnswer terms, String termsHash, String documentId, String documentSha256, String signedDocumentId,
                           LocalDate signBy, String legalRemark, String refusalReason, List<SignatureAnswer> signatures,
                           List<ConditionAnswer> conditions, boolean conditionsFulfilled) {

        static AgreementAnswer of(AgreementView agreement, Wording wording, Locale language) {
            return new AgreementAnswer(agreement.id().value(), agreement.application().value(), agreement.offer().value(),
                    agreement.customer().value(), agreement.status().name(), wording.of("agreementStatus." + agreement.status(), language),
                    TermsAnswer.of(agreement.terms(), wording, language), agreement.termsHash(), agreement.document().value(),
                    agreement.documentSha256(), agreement.signedDocument() == null ? null : agreement.signedDocument().value(),
                    agreement.signBy(), agreement.legalRemark(), agreement.refusalReason(),
                    agreement.signatures().stream().map(signature -> SignatureAnswer.of(signature, wording, language)).toList(),
                    agreement.conditions().stream().map(condition -> ConditionAnswer.of(condition, wording, language)).toList(),
                    agreement.conditionsFulfilled());
        }
    }

    /** One signature. */
    record SignatureAnswer(String role, String roleLabel, String signedBy, String fullName, Instant signedAt, String documentSha256,
                           String paperCopy) {

        static SignatureAnswer of(Signature signature, Wording wording, Locale language) {
            return new SignatureAnswer(signature.role().name(), wording.of("signatory." + signature.role(), language),
                    signature.signedBy(), signature.fullName(), signature.signedAt(), signature.documentSha256(), signature.paperCopy());
        }
    }

    /** One condition precedent. */
    record ConditionAnswer(String code, String label, boolean fulfilled, String evidence, String remark, String fulfilledBy,
                           Instant fulfilledAt) {

        static ConditionAnswer of(ConditionPrecedent condition, Wording wording, Locale language) {
            return new ConditionAnswer(condition.code(), ConditionPrecedent.label(condition.code(), wording, language), condition.fulfilled(),
                    condition.evidence(), condition.remark(), condition.fulfilledBy(), condition.fulfilledAt());
        }
    }
}
