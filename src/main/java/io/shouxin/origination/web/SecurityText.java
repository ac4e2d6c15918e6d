package io.shouxin.origination.web;

import io.shouxin.kernel.Money;
import io.shouxin.origination.SecurityLine;
import io.shouxin.origination.SecurityTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What secures an application as it is sent: money and rates as decimal text. */
record SecurityText(List<Line> lines, List<Rate> rates, List<Requirement> requirements) {

    static SecurityText of(SecurityTerms terms) {
        return new SecurityText(terms.lines().stream().map(Line::of).toList(),
                terms.rates().stream().map(rate -> new Rate(rate.kind().name(), text(rate.rate()), rate.validMonths(), rate.approvedBy())).toList(),
                terms.requirements().stream().map(each -> new Requirement(each.facility(), each.grade(), each.smallFirm(), text(each.required()))).toList());
    }

    private static String text(BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    private static String text(Money money) {
        return money == null ? null : money.amount().toPlainString();
    }

    private static String name(Enum<?> code) {
        return code == null ? null : code.name();
    }

    /** One security and how it counts. */
    record Line(int facility, Integer offer, String type, String kind, String description, String estimate, String value, LocalDate valuedOn,
                String valuer, String priorClaims, Integer rank, String owner, String evidence, String advanceRate, String counted,
                String standing, String approvedBy) {

        static Line of(SecurityLine line) {
            return new Line(line.facility(), line.offer(), line.type().name(), name(line.kind()), line.description(), text(line.estimate()),
                    text(line.value()), line.valuedOn(), name(line.valuer()), text(line.priorClaims()), line.rank(), name(line.owner()),
                    line.evidence(), text(line.advanceRate()), text(line.counted()), line.standing().name(), line.approvedBy());
        }
    }

    record Rate(String kind, String rate, int validMonths, String approvedBy) {
    }

    record Requirement(int facility, String grade, boolean smallFirm, String required) {
    }
}
