package io.shouxin.limit;

import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.CustomerView;
import io.shouxin.customer.ExchangeRates;
import io.shouxin.identity.Access;
import io.shouxin.identity.Person;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.Sha256;
import io.shouxin.limit.check.CallerKey;
import io.shouxin.limit.check.CheckLog;
import io.shouxin.limit.check.DueReservations;
import io.shouxin.limit.check.FirstUses;
import io.shouxin.limit.check.Judgement;
import io.shouxin.limit.check.KnownAccounts;
import io.shouxin.limit.check.OrderRisk;
import io.shouxin.limit.check.PastUses;
import io.shouxin.limit.check.Question;
import io.shouxin.limit.check.QuestionReader;
import io.shouxin.policy.PolicyBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Answers, before goods or money leave, whether a customer can buy or draw so much on a day (用信查询), and holds the room if asked to.
 *
 * <p>What can't be a question is refused: fields that can't be read ({@code AMOUNT_UNREADABLE}, {@code CHECK_DAY_PAST} ...), an unknown
 * customer or account, a currency without a rate. Everything else is answered, a blocked customer or a suspended limit included, and
 * every answer is kept. A check changes no limit; the answer holds for the moment, a reservation for its term.
 */
@Service
public class CreditCheckDesk {

    /** Most checks of one bulk. */
    public static final int MOST_AT_ONCE = 1000;

    /**
     * So many reserving checks at once. Each holds a connection to the database, and the number of its reservation may need another: were
     * all connections held by those who wait for one, nobody could go on.
     */
    private static final int TURNS = 8;

    private final LimitLedger ledger;
    private final CustomerRegister register;
    private final ExchangeRates rates;
    private final PolicyBook policies;
    private final Access access;
    private final BusinessClock clock;
    private final CheckLog log;
    private final DueReservations due;
    private final FirstUse first;
    private final PastUses past;
    private final TransactionTemplate transaction;
    private final Semaphore turns = new Semaphore(TURNS, true);

    CreditCheckDesk(LimitLedger ledger, CustomerRegister register, ExchangeRates rates, PolicyBook policies, Access access, BusinessClock clock,
                    FirstUse first, JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.ledger = ledger;
        this.register = register;
        this.rates = rates;
        this.policies = policies;
        this.access = access;
        this.clock = clock;
        this.log = new CheckLog(jdbc, clock);
        this.first = first;
        this.past = new PastUses(JdbcClient.create(jdbc));
        this.due = new DueReservations(JdbcClient.create(jdbc));
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Answers one question that holds nothing; {@code reserve} must be left out. */
    public Outcome<CreditAnswer> check(CheckCredit asked, Person asker) {
        return checkAll(List.of(asked), asker).get(0);
    }

    /** Answers up to {@link #MOST_AT_ONCE} questions, each by itself, in their order; a customer's tree is read once, what bars first uses once for all. */
    public List<Outcome<CreditAnswer>> checkAll(List<CheckCredit> asked, Person asker) {
        if (asked.size() > MOST_AT_ONCE) {
            throw new IllegalArgumentException("at most " + MOST_AT_ONCE + " checks at once");
        }
        return transaction.execute(status -> {
            KnownAccounts known = known(asked);
            List<CheckLog.Line> lines = new ArrayList<>();
            List<Outcome<CreditAnswer>> answers = new ArrayList<>();
            for (CheckCredit one : asked) {
                answers.add(one.reserve() != null ? Outcome.refused(Refusal.of("RESERVE_ONE_BY_ONE").at("reserve"))
                        : read(one, asker, known).then(question -> judge(question, known, asker).map(judged -> {
                            lines.add(new CheckLog.Line(question, judged.answer(), Optional.empty()));
                            return asSeenBy(asker, judged.answer());
                        })));
            }
            log.keep(lines, asker.id());
            return answers;
        });
    }

    /**
     * Answers, and holds exactly what is counted if the answer is yes; any other answer is refused with its obstacle. The same request under
     * the same key hears the same answer again and holds nothing more; another request is refused as {@code KEY_REUSED}.
     *
     * @param key the caller's name for this request, unique among his own
     */
    public Outcome<CreditAnswer> reserve(CheckCredit asked, String key, Person asker) {
        return CallerKey.of(asker.id(), key).then(ledgerKey -> inTurn(() -> {
            String fingerprint = Sha256.of(asked.toString());
            Optional<Outcome<CreditAnswer>> earlier = earlier(ledgerKey, fingerprint, asker);
            if (earlier.isPresent()) {
                return earlier.get();
            }
            KnownAccounts known = known(List.of(asked));
            Outcome<CreditAnswer> answer = read(asked, asker, known)
                    .then(question -> judge(question, known, asker).then(judged -> hold(question, judged, ledgerKey, fingerprint, asker)));
            // Of two with the same key at once the second may have found the room taken by the first.
            return answer.isDone() ? answer : earlier(ledgerKey, fingerprint, asker).orElse(answer);
        }));
    }

    private Outcome<CreditAnswer> inTurn(Supplier<Outcome<CreditAnswer>> work) {
        turns.acquireUninterruptibly();
        try {
            return transaction.execute(status -> work.get());
        } finally {
            turns.release();
        }
    }

    private Outcome<CreditAnswer> hold(Question question, Judgement.Judged judged, LedgerKey key, String fingerprint, Person asker) {
        CreditAnswer answer = judged.answer();
        if (question.reserve().isEmpty()) {
            return Outcome.refused(Refusal.of("ORDER_NUMBER_MISSING").at("reserve.orderNumber"));
        }
        if (answer.decision() != CreditDecision.YES) {
            return refused(question, answer, answer.obstacle().orElseThrow(), asker);
        }
        if (answer.counted().isZero()) {
            return kept(question, answer, key, fingerprint, asker);
        }
        Question.Reserve wish = question.reserve().get();
        LimitAccountId account = answer.account().orElseThrow();
        Money needed = judged.needed().orElseThrow();
        Outcome<LedgerReceipt> receipt = ledger.reserve(new ReserveLimit(account, needed, ReservationPurpose.UNDER_CEILING, wish.orderNumber(),
                wish.expiresOn(), Optional.empty(), question.product()), key, clock.today(), asker.id());
        if (!receipt.isDone()) {
            return refused(question, answer, receipt.refusals().get(0), asker);
        }
        return kept(question, answer.holding(new CreditAnswer.Held(receipt.orElseThrow().reservation().orElseThrow(), account, needed,
                wish.orderNumber(), wish.expiresOn())), key, fingerprint, asker);
    }

    private Outcome<CreditAnswer> kept(Question question, CreditAnswer answer, LedgerKey key, String fingerprint, Person asker) {
        Optional<Outcome<CreditAnswer>> faster = earlier(key, fingerprint, asker);
        if (faster.isPresent()) {
            return faster.get();
        }
        log.keep(new CheckLog.Line(question, answer, Optional.empty()), asker.id(), key.key(), fingerprint);
        return Outcome.done(asSeenBy(asker, answer));
    }

    private Outcome<CreditAnswer> refused(Question question, CreditAnswer answer, Refusal refusal, Person asker) {
        log.keep(List.of(new CheckLog.Line(question, answer, Optional.of(refusal))), asker.id());
        return Outcome.refused(refusal);
    }

    private Optional<Outcome<CreditAnswer>> earlier(LedgerKey key, String fingerprint, Person asker) {
        return log.find(asker.id(), key.key()).map(found -> found.fingerprint().equals(fingerprint)
                ? Outcome.done(asSeenBy(asker, found.answer()))
                : Outcome.refused(Refusal.of("KEY_REUSED").with("source", asker.id()).with("key", key.key())));
    }

    /** Answers of the past about one customer, newest first, with what became of what was held. @param most 1 to 500 */
    public List<CreditCheckView> checks(CustomerId customer, int most) {
        return log.of(customer, Math.max(1, Math.min(most, 500)));
    }

    /** Codes of the payment terms that can be asked about today. */
    public List<String> paymentTerms() {
        return OrderRisk.paymentTerms(policies, clock.today());
    }

    /** Codes of the bank's products of today. */
    public List<String> products() {
        return OrderRisk.products(policies, clock.today());
    }

    public LocalDate today() {
        return clock.today();
    }

    private KnownAccounts known(List<CheckCredit> asked) {
        Set<CustomerId> customers = asked.stream().flatMap(one -> QuestionReader.customer(one).stream()).collect(Collectors.toSet());
        return new KnownAccounts(ledger, register, rates, due, new FirstUses(first, past, customers), clock.today());
    }

    private Outcome<Question> read(CheckCredit asked, Person asker, KnownAccounts known) {
        return QuestionReader.read(asked, policies, clock.today()).then(question ->
                // Somebody else's customer is as unknown to a firm as one that doesn't exist.
                access.mayRead(asker, question.customer()) && known.customer(question.customer()).isPresent() ? Outcome.done(question)
                        : Outcome.refused(QuestionReader.unknown(question.customer())));
    }

    private static Outcome<Judgement.Judged> judge(Question question, KnownAccounts known, Person asker) {
        CustomerView customer = known.customer(question.customer()).orElseThrow();
        Outcome<Judgement.Judged> judged = Judgement.of(question, customer, known);
        boolean ofAnother = judged.refusals().stream().anyMatch(refusal -> refusal.code().equals("ACCOUNT_OF_ANOTHER_CUSTOMER"));
        return ofAnother && !asker.isOfficer()
                ? Outcome.refused(Refusal.of("ACCOUNT_UNKNOWN").at("account").with("account", question.account().orElseThrow())) : judged;
    }

    private CreditAnswer asSeenBy(Person asker, CreditAnswer answer) {
        if (!asker.isOfficer()) {
            return answer.forTheFirm();
        }
        return access.mustNotSeeSums(asker, Set.of(answer.customer())) ? answer.withoutSums() : answer;
    }
}
