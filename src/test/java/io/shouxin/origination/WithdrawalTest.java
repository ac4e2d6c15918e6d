package io.shouxin.origination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.shouxin.audit.AuditTrail;
import io.shouxin.customer.CustomerRegister;
import io.shouxin.identity.CaseEntities;
import io.shouxin.identity.GrantingEntities;
import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.identity.Role;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.BusinessNumbers;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.EntityCode;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Simultaneous;
import io.shouxin.kernel.Refusal;
import io.shouxin.policy.PolicyBook;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WithdrawalTest {

    private static final ApplicationId ID = new ApplicationId("CA-2026-000001");
    private static final CustomerId FIRM = new CustomerId("C-2026-000001");
    private static final PersonId OWNER = new PersonId("applicant");
    private static final PersonId STRANGER = new PersonId("stranger");

    private final CreditApplications applications = mock(CreditApplications.class);
    private final CaseClosing closing = mock(CaseClosing.class);
    private final People people = mock(People.class);
    private final List<Object> events = new ArrayList<>();
    private final BusinessClock clock = new BusinessClock(Clock.fixed(Instant.parse("2026-06-30T02:00:00Z"), BusinessClock.ZONE));
    private final ApplicationDesk desk = new ApplicationDesk(applications, mock(CustomerRegister.class), people, mock(GrantingEntities.class), mock(CaseEntities.class),
            mock(DuplicateGranting.class), mock(AssessmentCheck.class), mock(CovenantSuggestions.class), mock(PolicyBook.class),
            mock(CustomersOfApplications.class), closing, mock(BusinessNumbers.class), clock, mock(AuditTrail.class), events::add, mock(Simultaneous.class));
    private final ApplicationStages stages = new ApplicationStages(applications, closing, clock, mock(AuditTrail.class), events::add);
    private final CreditApplication application = new CreditApplication(ID, FIRM, EntityCode.HEAD_OFFICE, OWNER,
            OpenApplication.of(FIRM, FacilityKind.LENDING, "WORKING_CAPITAL_LOAN", BigDecimal.TEN), Money.cny("10"), clock.instant(),
            LocalDate.of(2026, 6, 30));

    @BeforeEach
    void onFile() {
        when(applications.findById(ID.value())).thenReturn(Optional.of(application));
        when(people.find(OWNER)).thenReturn(Optional.of(new Person(OWNER, "王", Set.of(Role.APPLICANT), Optional.of(FIRM))));
        when(people.find(STRANGER)).thenReturn(Optional.of(new Person(STRANGER, "李", Set.of(Role.APPLICANT), Optional.of(new CustomerId("C-2026-000009")))));
    }

    @Test
    void givesTheReservationBackAndTellsTheProcess() {
        application.moveTo(ApplicationStatus.IN_APPROVAL);
        assertThat(desk.withdraw(ID, "不再需要", OWNER).orElseThrow().status()).isEqualTo(ApplicationStatus.WITHDRAWN);
        verify(closing).release(application, OWNER);
        assertThat(events).containsExactly(new ApplicationWithdrawn(ID, FIRM, OWNER));
        assertThat(desk.withdraw(ID, "", OWNER).isDone()).as("repeatable").isTrue();
        assertThat(events).hasSize(1);
    }

    @Test
    void isTooLateOnceTheCustomerHasSigned() {
        application.moveTo(ApplicationStatus.CONTRACTING);
        stages.agreementSigned(ID, OWNER).orElseThrow();
        assertThat(codes(desk.withdraw(ID, "", OWNER))).containsExactly("TOO_LATE_TO_WITHDRAW");
        verifyNoInteractions(closing);
    }

    @Test
    void isTheCustomersOwnOrHisManagersAct() {
        assertThat(codes(desk.withdraw(ID, "", STRANGER))).containsExactly("MAY_NOT_APPLY");
        assertThat(codes(desk.withdraw(ID, "", new PersonId("nobody")))).containsExactly("MAY_NOT_APPLY");
        assertThat(events).isEmpty();
    }

    @Test
    void movesOnlyAlongTheAllowedWays() {
        PersonId system = new PersonId("system");
        assertThat(codes(stages.offered(ID, system))).containsExactly("NOT_AT_THIS_STAGE");
        assertThat(codes(stages.activated(ID, system))).containsExactly("NOT_AT_THIS_STAGE");
        assertThat(codes(stages.underApproval(ID, system))).containsExactly("NOT_AT_THIS_STAGE");
        application.moveTo(ApplicationStatus.IN_APPROVAL);
        assertThat(stages.offered(ID, system).isDone()).isTrue();
        assertThat(stages.offered(ID, system).isDone()).as("repeatable").isTrue();
        assertThat(stages.countered(ID, system).orElseThrow().status()).isEqualTo(ApplicationStatus.IN_ASSESSMENT);
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.refusals().stream().map(Refusal::code).toList();
    }
}
