package io.shouxin.customer.web;

import io.shouxin.customer.DebtLine;
import io.shouxin.customer.DebtPreview;
import io.shouxin.customer.DebtScheduleView;
import io.shouxin.customer.DebtStanding;
import io.shouxin.customer.ExchangeRate;
import io.shouxin.customer.JudgedDebt;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.Wording;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * A debt schedule as the API shows it, with what each row came to in words.
 *
 * @param total    in yuan; a lower bound unless complete
 * @param complete no row waits to be verified
 */
record DebtScheduleResource(LocalDate asOf, String source, String documentId, Money total, boolean complete, int toVerify, Money dueWithinYear,
                            int numberOfLenders, List<DebtScheduleView.LenderDebt> lenders, List<DebtScheduleView.MaturityDebt> maturities,
                            List<Debt> debts, String recordedBy, Instant recordedAt) {

    /** @param standingText why it counts, or does not */
    record Debt(DebtLine line, DebtStanding standing, String standingText, boolean counted, boolean toVerify, Money exposure, ExchangeRate rate,
                Money inYuan) {
    }

    record Problem(String code, String field, String message, String help) {
    }

    /** How a file was understood. */
    record Preview(boolean recordable, String unit, List<DebtPreview.Column> columns, DebtScheduleResource schedule, List<Problem> problems,
                   List<Problem> warnings) {

        static Preview of(DebtPreview preview, Wording wording, Locale language) {
            return new Preview(preview.recordable(), preview.unit(), preview.columns(), DebtScheduleResource.of(preview.schedule(), wording, language),
                    problems(preview.problems(), wording, language), problems(preview.warnings(), wording, language));
        }

        private static List<Problem> problems(List<Refusal> problems, Wording wording, Locale language) {
            return problems.stream().map(problem -> new Problem(problem.code(), problem.field(), wording.of(problem, language),
                    wording.help(problem, language))).toList();
        }
    }

    static DebtScheduleResource of(DebtScheduleView view, Wording wording, Locale language) {
        return new DebtScheduleResource(view.asOf(), view.source(), view.documentId(), view.total(), view.complete(), view.toVerify(),
                view.dueWithinYear(), view.lenders().size(), view.lenders(), view.maturities(),
                view.debts().stream().map(debt -> debt(debt, wording, language)).toList(), view.recordedBy(), view.recordedAt());
    }

    private static Debt debt(JudgedDebt debt, Wording wording, Locale language) {
        return new Debt(debt.line(), debt.standing(), wording.of("debtStanding." + debt.standing(), language), debt.standing().counted(),
                debt.standing().toVerify(), debt.exposure(), debt.rate(), debt.inYuan());
    }
}
