package io.shouxin.contract;

import static io.shouxin.document.LetterPrinter.inChinese;

import io.shouxin.customer.CustomerRegister;
import io.shouxin.document.PaperTemplate;
import io.shouxin.document.PdfPrinter;
import io.shouxin.kernel.OfferId;
import io.shouxin.kernel.Outcome;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The letter in which the bank offers its terms (授信要约函). */
@Component
class OfferLetter {

    private final TermsTable table;
    private final CustomerRegister customers;
    private final PdfPrinter printer;
    private final PaperTemplate template = PaperTemplate.load("contract/offer.xhtml");

    OfferLetter(TermsTable table, CustomerRegister customers, PdfPrinter printer) {
        this.table = table;
        this.customers = customers;
        this.printer = printer;
    }

    Outcome<byte[]> print(OfferId number, FrozenTerms terms, LocalDate issuedOn, LocalDate validUntil) {
        Map<String, Object> values = table.of(terms);
        values.put("number", number.value());
        values.put("date", inChinese(issuedOn));
        values.put("validUntil", inChinese(validUntil));
        values.put("addressee", customers.find(terms.approved().customerId()).orElseThrow().name());
        return printer.print(template.fill(values));
    }
}
