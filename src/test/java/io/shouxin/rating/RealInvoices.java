package io.shouxin.rating;

import io.shouxin.customer.CreditReport;
import io.shouxin.customer.EnterpriseSize;
import io.shouxin.customer.InvoiceDirection;
import io.shouxin.customer.InvoiceProfile;
import io.shouxin.customer.invoice.InvoiceMonth;
import io.shouxin.customer.invoice.ProfileArithmetic;
import io.shouxin.kernel.Money;
import io.shouxin.testkit.RealData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The real small firms of a data folder (CUMCM 2020 C, annex 1): their invoices summed up here once more, without a database. */
final class RealInvoices {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private RealInvoices() {
    }

    /** One firm. @param defaulted known afterwards, never an input */
    record RealFirm(String code, boolean defaulted, InvoiceProfile profile) {

        /** What the scorecard is asked, credit record and judgements assumed clean and average. */
        Map<String, Object> inputs() {
            CreditReport clean = new CreditReport(OnFile.TODAY, 0, 0, 0, Money.cny("0"), Money.cny("0"), 0, false, false, "D-1", "假定");
            Assessment average = Assessment.ofFirm(Judgement.ADEQUATE, Judgement.ADEQUATE, Judgement.ADEQUATE, Judgement.ADEQUATE, "");
            return new InvoiceFacts(OnFile.common(OnFile.firm(EnterpriseSize.SMALL), clean, average), profile).scorecardInputs();
        }
    }

    static List<RealFirm> firms() {
        Map<String, List<InvoiceMonth>> sums = new HashMap<>();
        read("annex1_out_invoices.csv.gz", "购方单位代号", InvoiceDirection.ISSUED, sums);
        read("annex1_in_invoices.csv.gz", "销方单位代号", InvoiceDirection.RECEIVED, sums);
        List<RealFirm> firms = new ArrayList<>();
        for (CSVRecord row : rows("annex1_enterprises.csv")) {
            String code = row.get(0).replace("\ufeff", "");
            firms.add(new RealFirm(code, row.get("是否违约").equals("是"), ProfileArithmetic.profile(OnFile.TODAY, sums.get(code))));
        }
        return firms;
    }

    private static void read(String file, String counterparty, InvoiceDirection direction, Map<String, List<InvoiceMonth>> sums) {
        Map<String, TreeMap<YearMonth, List<CSVRecord>>> byFirm = new LinkedHashMap<>();
        for (CSVRecord row : rows(file)) {
            String[] date = row.get("开票日期").split(" ")[0].split("/");
            byFirm.computeIfAbsent(row.get(0), firm -> new TreeMap<>())
                    .computeIfAbsent(YearMonth.of(Integer.parseInt(date[0]), Integer.parseInt(date[1])), month -> new ArrayList<>()).add(row);
        }
        byFirm.forEach((firm, months) -> months.forEach((month, rows) -> sums.computeIfAbsent(firm, key -> new ArrayList<>())
                .add(sum(direction, month, rows, months.subMap(month.minusMonths(11), true, month, true), counterparty))));
    }

    private static InvoiceMonth sum(InvoiceDirection direction, YearMonth month, List<CSVRecord> rows, Map<YearMonth, List<CSVRecord>> year,
            String counterparty) {
        long valid = rows.stream().filter(RealInvoices::valid).count();
        BigDecimal amount = BigDecimal.ZERO;
        BigDecimal negative = BigDecimal.ZERO;
        long red = 0;
        for (CSVRecord row : rows) {
            BigDecimal one = new BigDecimal(row.get("金额"));
            if (valid(row)) {
                amount = amount.add(one);
                negative = negative.add(one.min(BigDecimal.ZERO));
                red += one.signum() < 0 ? 1 : 0;
            }
        }
        Set<String> others = new HashSet<>();
        Map<String, BigDecimal> shares = new HashMap<>();
        year.values().stream().flatMap(List::stream).filter(RealInvoices::valid).forEach(row -> {
            others.add(row.get(counterparty));
            shares.merge(row.get(counterparty), new BigDecimal(row.get("金额")), BigDecimal::add);
        });
        BigDecimal positive = shares.values().stream().filter(share -> share.signum() > 0).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal largest = shares.values().stream().reduce(BigDecimal.ZERO, BigDecimal::max);
        return new InvoiceMonth(direction, month, valid, rows.size() - valid, red, amount, BigDecimal.ZERO, negative, BigDecimal.ZERO,
                others.size(), positive, largest);
    }

    private static boolean valid(CSVRecord row) {
        return row.get("发票状态").strip().equals("有效发票");
    }

    private static List<CSVRecord> rows(String file) {
        var path = RealData.file("cumcm2020c/" + file);
        try (BufferedReader text = new BufferedReader(new InputStreamReader(file.endsWith(".gz") ? new GZIPInputStream(Files.newInputStream(path))
                : Files.newInputStream(path), StandardCharsets.UTF_8)); CSVParser rows = CSVParser.parse(text, FORMAT)) {
            return rows.getRecords();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
