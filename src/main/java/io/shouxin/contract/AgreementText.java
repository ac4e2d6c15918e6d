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
import io.shouxin.kernel.EntityCode;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.origination.ProposedFacility;
import io.shouxin.origination.SecurityOffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The texts of the contract papers: the agreement (授信合同) and those that go with it. Approved terms only, in a published template. */
@Component
class AgreementText {

    private final TermsTable table;
    private final TemplateBook book;
    private final CustomerRegister customers;
    private final GrantingEntities entities;
    private final PdfPrinter printer;
    private final String bank;
    private final PaperTemplate signingPage = PaperTemplate.load("contract/signing-page.xhtml");

    AgreementText(TermsTable table, TemplateBook book, CustomerRegister customers, GrantingEntities entities, PdfPrinter printer,
                  @Value("${shouxin.contract.bank-name:授信管理中心}") String bank) {
        this.table = table;
        this.book = book;
        this.customers = customers;
        this.printer = printer;
        this.entities = entities;
        this.bank = bank;
    }

    /** The head office lends under the name that is set, a subsidiary under its own. */
    String lender(EntityCode entity) {
        return entity.equals(EntityCode.HEAD_OFFICE) ? bank : entities.find(entity).map(GrantingEntity::nameZh).orElse(bank);
    }

    String templateInForce(PaperKind kind, LocalDate day) {
        return book.inForce(kind, day);
    }

    /**
     * The text to be signed.
     *
     * @param version of the template
     * @param actor   on whose behalf the full identifier of the customer is read, which the audit trail records
     */
    Outcome<byte[]> print(AgreementId number, FrozenTerms terms, LocalDate drawnUpOn, LocalDate signBy, String version, PersonId actor) {
        Map<String, Object> values = parties(number, terms, actor);
        values.put("number", number.value());
        values.put("title", "授信合同");
        values.put("date", inChinese(drawnUpOn));
        values.put("signBy", inChinese(signBy));
        values.put("template", version);
        values.put("places", List.of(place("乙方（受信人）", values.get("customer")), place("甲方（授信人）", values.get("bank"))));
        return printer.print(book.template(PaperKind.FACILITY_AGREEMENT, version).fill(values));
    }

    /**
     * A paper that goes with it.
     *
     * @param line     the facility that is secured; null for the decision letter, as is the security
     */
    Outcome<byte[]> print(String number, PaperKind kind, AgreementId agreement, FrozenTerms terms, ProposedFacility line, SecurityOffer security,
                          LocalDate drawnUpOn, String version, PersonId actor) {
        Map<String, Object> values = parties(agreement, terms, actor);
        values.put("number", number);
        values.put("title", switch (kind) {
            case FACILITY_AGREEMENT -> "授信合同";
            case DECISION_LETTER -> "授信批复通知书";
            case GUARANTEE -> "保证合同";
            case MORTGAGE -> "抵押合同";
            case PLEDGE -> "质押合同";
        });
        values.put("date", inChinese(drawnUpOn));
        values.put("template", version);
        List<Map<String, Object>> places = new ArrayList<>();
        if (security != null) {
            values.putAll(table.facility(line));
            values.put("security", security.description());
            values.put("valued", security.value() != null);
            values.put("value", TermsTable.value(security));
            places.add(place("乙方（担保人）", security.description()));
        }
        places.add(place(security == null ? "授信人" : "甲方（债权人）", values.get("bank")));
        values.put("places", places);
        return printer.print(book.template(kind, version).fill(values));
    }

    /** Adds the page with the places for signatures to a text that was drawn up before there were any. */
    Outcome<byte[]> withSigningPage(AgreementId number, byte[] text, FrozenTerms terms) {
        String customer = customers.find(terms.approved().customerId()).orElseThrow().name();
        return printer.addPages(text, signingPage.fill(Map.of("title", "授信合同", "number", number.value(), "places",
                List.of(place("乙方（受信人）", customer), place("甲方（授信人）", lender(terms.approved().entity()))))));
    }

    private Map<String, Object> parties(AgreementId agreement, FrozenTerms terms, PersonId actor) {
        CustomerView customer = customers.find(terms.approved().customerId()).orElseThrow();
        Outcome<String> revealed = customers.revealIdentifier(customer.id(), "印制授信合同 " + agreement, actor);
        Map<String, Object> values = table.of(terms);
        values.put("agreement", agreement.value());
        values.put("bank", lender(terms.approved().entity()));
        values.put("customer", customer.name());
        values.put("identifierLabel", customer.kind() == CustomerKind.ENTERPRISE ? "统一社会信用代码" : "身份证件号码");
        values.put("identifier", revealed.isDone() ? revealed.orElseThrow() : customer.identifierMasked());
        values.put("customerNumber", customer.id().value());
        values.put("termsHash", FrozenTerms.hash(terms.text()));
        return values;
    }

    private static Map<String, Object> place(String side, Object party) {
        return Map.of("side", side, "party", party);
    }
}
