package io.shouxin.customer;

import io.shouxin.kernel.*;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.*;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The desk that keeps financial statements. */
@Service
@Transactional
public class FinancialStatements {
    public Outcome<StatementView> record(CustomerId customer, StatementSheet sheet, PersonId actor) { throw new UnsupportedOperationException(); }
    public Outcome<StatementView> saveDraft(CustomerId customer, StatementSheet sheet, PersonId actor) { throw new UnsupportedOperationException(); }
    public Outcome<StatementView> explain(CustomerId customer, LocalDate periodEnd, int months, StatementBasis basis, String explanation, PersonId actor) { throw new UnsupportedOperationException(); }
    public List<StatementView> of(CustomerId customer) { throw new UnsupportedOperationException(); }
    public ImportPreview preview(InputStream content, String fileName) { throw new UnsupportedOperationException(); }
    public Outcome<List<StatementView>> importFile(CustomerId customer, InputStream content, String fileName, StatementBasis basis, PersonId actor) { throw new UnsupportedOperationException(); }
}
