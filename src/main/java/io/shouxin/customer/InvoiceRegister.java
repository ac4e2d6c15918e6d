package io.shouxin.customer;

import io.shouxin.kernel.*;
import java.io.Reader;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/** The desk that keeps VAT invoices. */
@Service
public class InvoiceRegister {
    public Outcome<InvoiceImport> importCsv(Reader csv, InvoiceDirection direction, Consumer<InvoiceImport.RefusedRow> refused, PersonId actor) { throw new UnsupportedOperationException(); }
    public InvoiceProfile profile(CustomerId customer, LocalDate asOf) { throw new UnsupportedOperationException(); }
}
