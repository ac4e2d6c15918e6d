package io.shouxin.adjustment;

import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts temporary exceptions. */
@Service
@Transactional(readOnly = true)
public class ExceptionReports {

    private final TemporaryExceptions exceptions;

    ExceptionReports(TemporaryExceptions exceptions) {
        this.exceptions = exceptions;
    }

    /** @param from first and @param to last day of the period, both included */
    public ExceptionReport between(LocalDate from, LocalDate to) {
        List<TemporaryExceptionView> asked = exceptions.findByRequestedAtGreaterThanEqualAndRequestedAtLessThanOrderByRequestedAt(
                from.atStartOfDay(BusinessClock.ZONE).toInstant(), to.plusDays(1).atStartOfDay(BusinessClock.ZONE).toInstant()).stream()
                .map(TemporaryException::view).toList();
        List<TemporaryExceptionView> inForceOnce = asked.stream().filter(each -> each.inForceOn().isPresent()).toList();
        List<TemporaryExceptionView> out = exceptions.findByStillOutGreaterThan(BigDecimal.ZERO).stream().map(TemporaryException::view).toList();
        Map<String, Money> room = new TreeMap<>();
        out.forEach(each -> room.merge(each.stillOut().currency().getCurrencyCode(), each.stillOut(), Money::plus));
        long repeated = inForceOnce.stream().collect(Collectors.groupingBy(TemporaryExceptionView::account, Collectors.counting())).values().stream()
                .filter(times -> times > 1).count();
        return new ExceptionReport(from, to, asked.size(), inForceOnce.size(), count(asked, ExceptionStatus.REFUSED),
                count(asked, ExceptionStatus.ENDED_EARLY), (int) asked.stream().filter(ExceptionReports::overran).count(),
                count(out, ExceptionStatus.IN_FORCE), room.isEmpty() ? List.of(Money.zero(Money.CNY)) : List.copyOf(room.values()),
                (int) repeated);
    }

    private static boolean overran(TemporaryExceptionView exception) {
        return (exception.status() == ExceptionStatus.EXPIRED || exception.status() == ExceptionStatus.ENDED_EARLY) && exception.stillOut().isPositive();
    }

    private static int count(List<TemporaryExceptionView> among, ExceptionStatus status) {
        return (int) among.stream().filter(each -> each.status() == status).count();
    }
}
