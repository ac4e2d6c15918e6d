package io.shouxin.testkit;

import io.shouxin.adjustment.ExceptionDesk;
import io.shouxin.adjustment.LimitChangeDesk;
import io.shouxin.adjustment.MarketSignalDesk;
import io.shouxin.approval.ApprovalDesk;
import io.shouxin.audit.AuditTrail;
import io.shouxin.contract.FacilityBook;
import io.shouxin.contract.OfferDesk;
import io.shouxin.contract.SigningDesk;
import io.shouxin.customer.CreditReports;
import io.shouxin.customer.CustomerKind;
import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.FinancialStatements;
import io.shouxin.customer.IdentifierType;
import io.shouxin.customer.RegisterCustomer;
import io.shouxin.customer.StatementSheet;
import io.shouxin.document.DocumentDesk;
import io.shouxin.identity.People;
import io.shouxin.identity.Role;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.PersonId;
import io.shouxin.limit.LedgerHistory;
import io.shouxin.limit.LimitLedger;
import io.shouxin.notification.MessageDesk;
import io.shouxin.origination.ApplicationDesk;
import io.shouxin.origination.DuplicateGranting;
import io.shouxin.origination.UnderwritingDesk;
import io.shouxin.rating.OverrideDesk;
import io.shouxin.rating.RatingDesk;
import io.shouxin.replay.DraftDesk;
import io.shouxin.replay.ReplayDesk;
import io.shouxin.review.ReviewDesk;
import io.shouxin.workflow.engine.EngineClock;
import io.shouxin.workflow.people.SampleFirm;
import io.shouxin.workflow.walk.Hands;
import io.shouxin.workout.WriteOffDesk;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The whole bank at a test's hands: all desks, the engine's task list and its clock. */
@Component
@Profile("test")
public class Bank {

    /** Password of every login a test makes. */
    public static final String PASSWORD = "only-for-tests";

    private static final PersonId RELATIONSHIP_MANAGER = new PersonId("rm");
    private static final PersonId ANALYST = new PersonId("analyst");
    private static final AtomicInteger LOGINS = new AtomicInteger();

    @Autowired public Hands hands;
    @Autowired public ApplicationDesk applications;
    @Autowired public UnderwritingDesk underwriting;
    @Autowired public DuplicateGranting duplicates;
    @Autowired public RatingDesk ratings;
    @Autowired public OverrideDesk overrides;
    @Autowired public DocumentDesk documents;
    @Autowired public ApprovalDesk approvals;
    @Autowired public OfferDesk offers;
    @Autowired public SigningDesk signing;
    @Autowired public FacilityBook facilities;
    @Autowired public LimitLedger ledger;
    @Autowired public LedgerHistory ledgerHistory;
    @Autowired public ReviewDesk reviews;
    @Autowired public LimitChangeDesk limitChanges;
    @Autowired public ExceptionDesk exceptions;
    @Autowired public WriteOffDesk writeOffs;
    @Autowired public DraftDesk drafts;
    @Autowired public ReplayDesk replays;
    @Autowired public MarketSignalDesk signals;
    @Autowired public MessageDesk messages;
    @Autowired public AuditTrail audit;
    @Autowired public CustomerRegister register;
    @Autowired public FinancialStatements statements;
    @Autowired public CreditReports creditReports;
    @Autowired public People people;
    @Autowired public BusinessClock clock;
    @Autowired public EngineClock engineClock;
    @Autowired public RuntimeService runtime;
    @Autowired public TaskService tasks;
    @Autowired public HistoryService history;
    @Autowired public ManagementService management;
    @Autowired private IdentityService identity;

    /** An application to be made and driven; nothing is written before its first act. */
    public ApplicationCase anApplication() {
        return new ApplicationCase(this);
    }

    /** Enters a firm with three years of statements and its credit report. */
    public CustomerId enter(Firm firm) {
        CustomerId customer = register.register(new RegisterCustomer(CustomerKind.ENTERPRISE, firm.name(),
                IdentifierType.UNIFIED_SOCIAL_CREDIT_CODE, firm.code(), "C34", "上海市", LocalDate.of(2012, 4, 18), 260, firm.size(),
                null, null, firm.groupName()), RELATIONSHIP_MANAGER).orElseThrow().id();
        for (StatementSheet sheet : SampleFirm.statements(clock.today().getYear() - 1, firm.scale())) {
            statements.record(customer, sheet, ANALYST).orElseThrow();
        }
        if (firm.reported()) {
            report(customer, firm);
        }
        return customer;
    }

    /** Files the firm's credit report of today. */
    public void report(CustomerId customer, Firm firm) {
        creditReports.record(customer, firm.creditReport(clock.today()), ANALYST).orElseThrow();
    }

    /** Opens a login for somebody who acts for a firm. @return the login name */
    public String loginFor(CustomerId firm, String displayName) {
        String login = login(displayName, Role.APPLICANT);
        people.actFor(new PersonId(login), firm);
        return login;
    }

    /** Opens a login with these roles. */
    public String login(String displayName, Role... roles) {
        String login = "t" + LOGINS.incrementAndGet() + "x" + roles[0].name().toLowerCase(java.util.Locale.ROOT).replace("_", "");
        User user = identity.newUser(login);
        user.setFirstName("");
        user.setLastName(displayName);
        user.setPassword(PASSWORD);
        identity.saveUser(user);
        for (Role role : roles) {
            identity.createMembership(login, role.groupId());
        }
        people.enter(new PersonId(login), displayName, Set.of(roles));
        return login;
    }

    public String nameOf(String person) {
        return people.find(new PersonId(person)).orElseThrow().displayName();
    }

    /** Codes of what a person was told about one case; inboxes of the demo people hold what other tests sent them, too. */
    public List<String> told(String person, String subject) {
        return messages.inbox(new PersonId(person)).stream().filter(message -> message.subject().equals(subject)).map(message -> message.code()).toList();
    }

    /** Lets time pass for everybody, and fires the timers of one case as they fall due. */
    public void letPass(Duration time, String businessNumber) {
        engineClock.moveOn(time);
        for (Optional<Job> due = nextTimer(businessNumber); due.isPresent(); due = nextTimer(businessNumber)) {
            management.executeJob(due.get().getId());
            hands.runSteps();
        }
    }

    private Optional<Job> nextTimer(String businessNumber) {
        Date now = Date.from(clock.instant());
        return instances(businessNumber).stream().flatMap(instance ->
                        management.createJobQuery().timers().processInstanceId(instance).duedateLowerThan(now).list().stream())
                .min(Comparator.comparing(Job::getDuedate));
    }

    /** Ids of the main process of a case and of all it called, running or ended. */
    List<String> instances(String businessNumber) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(businessNumber).list().stream()
                .map(HistoricProcessInstance::getId).toList();
    }

    /** The process started for a case, as the engine's own assertions want it; it must not have ended yet. */
    ProcessInstance process(String businessNumber, String key) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(businessNumber).processDefinitionKey(key).singleResult();
    }
}
