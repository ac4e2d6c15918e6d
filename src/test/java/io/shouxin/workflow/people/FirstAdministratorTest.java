package io.shouxin.workflow.people;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.any;
import static org.mockito.Mockito.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import io.shouxin.kernel.PersonId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bank's own installation starts with one administrator, whose password is the bank's choice and no easy guess. */
class FirstAdministratorTest {

    private static final PersonId ADMIN = new PersonId("admin");

    private final LoginAccounts accounts = mock(LoginAccounts.class);

    @ParameterizedTest(name = "{0}")
    @CsvSource({"none, ''", "too short, elf-zeichen", "his login in it, our-Admin-of-2026"})
    void aBankDoesNotStartWithAPasswordThatIsEasilyGuessed(String why, String password) {
        assertThatThrownBy(() -> new FirstAdministrator(accounts, "admin", password).enter()).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("at least 12 characters, without his login");
    }

    @Test
    void hisAccountIsOpenedOnce() {
        new FirstAdministrator(accounts, "admin", "correct-horse-battery").enter();
        verify(accounts).open(eq(ADMIN), any(), eq("correct-horse-battery"), any());

        when(accounts.exists(ADMIN)).thenReturn(true);
        new FirstAdministrator(accounts, "admin", "").enter();
        verify(accounts, org.mockito.Mockito.times(2)).exists(ADMIN);
        verifyNoMoreInteractions(accounts);
    }
}
