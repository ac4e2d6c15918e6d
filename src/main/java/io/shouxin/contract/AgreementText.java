package io.shouxin.contract;

import static io.shouxin.document.LetterPrinter.inChinese;

import io.shouxin.customer.CustomerKind;
import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.CustomerView;
import io.shouxin.document.PaperTemplate;
import io.shouxin.document.PdfPrinter;
import io.shouxin.identity.GrantingEntities;
import io.shouxin.identity.GrantingEntity;
import io.shouxin.kernel.AgreementId;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.EntityCode;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The text of the agreement (授信合同) and the page of its signatures. */
@Component
class AgreementText {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm:ss").withZone(BusinessClock.ZONE);

    private final TermsTable table;
    private final CustomerRegister customers;
    private final GrantingEntities entities;
    private final PdfPrinter printer;
    private final String bank;
    private final PaperTemplate template = PaperTemplate.load("contract/agreement.xhtml");
    private final PaperTemplate signaturePage = PaperTemplate.load("contract/signatures.xhtml");

    AgreementText(TermsTable table, CustomerRegister customers, GrantingEntities entities, PdfPrinter printer,
                  @Value("${shouxin.contract.bank-name:授信管理中心}") String bank) {
        this.table = table;
        this.customers = customers;
        this.printer = printer;
        this.entities = entities;
        this.bank = bank;
    }

    /** The head office lends under the name that is set, a subsidiary under its own. */
    private String lender(EntityCode entity) {
        return entity.equals(EntityCode.HEAD_OFFICE) ? bank : entities.find(entity).map(GrantingEntity::nameZh).orElse(bank);
    }

    /**
     * The text to be signed.
     *
     * @param actor on whose behalf the full identifier of the customer is read, which the audit trail records
     */
    Outcome<byte[]> print(AgreementId number, FrozenTerms terms, LocalDate drawnUpOn, LocalDate signBy, PersonId actor) {
        CustomerView customer = customers.find(terms.approved().customerId()).orElseThrow();
        Outcome<String> revealed = customers.revealIdentifier(customer.id(), "印制授信合同 " + number, actor);
        String identifier = revealed.isDone() ? revealed.orElseThrow() : customer.identifierMasked();
        Map<String, Object> values = table.of(terms);
        values.put("number", number.value());
        values.put("date", inChinese(drawnUpOn));
        values.put("signBy", inChinese(signBy));
        values.put("bank", lender(terms.approved().entity()));
        values.put("customer", customer.name());
        values.put("identifierLabel", customer.kind() == CustomerKind.ENTERPRISE ? "统一社会信用代码" : "身份证件号码");
        values.put("identifier", identifier);
        values.put("customerNumber", customer.id().value());
        values.put("termsHash", FrozenTerms.hash(terms.text()));
        return printer.print(template.fill(values));
    }

    /**
     * The signed agreement: the very file that was signed, with a page of signatures after it.
     *
     * @param text       the PDF both signed, byte for byte
     * @param signatures the customer's and the bank's
     */
    Outcome<byte[]> withSignatures(AgreementId number, byte[] text, List<Signature> signatures) {
        return printer.addPages(text, signaturePage.fill(Map.of("number", number.value(), "signedBytes", text.length,
                "signatures", signatures.stream().map(AgreementText::line).toList())));
    }

    private static Map<String, Object> line(Signature signature) {
        return Map.of("party", signature.role() == SignatoryRole.BANK ? "甲方（授信人）" : "乙方（受信人）", "fullName", signature.fullName(),
                "signedBy", signature.signedBy(), "signedAt", MOMENT.format(signature.signedAt()), "sha256", signature.documentSha256(),
                "manner", signature.paperCopy() == null ? "电子签署" : "手签，扫描件 " + signature.paperCopy());
    }
}
