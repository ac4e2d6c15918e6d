package io.shouxin.workflow.people;

import io.shouxin.identity.Role;
import io.shouxin.kernel.PersonId;
import io.shouxin.workflow.engine.BankPasswords;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * In production there are no demo people and no default password: the first administrator comes from the environment
 * ({@code SHOUXIN_ADMIN_USER}, {@code SHOUXIN_ADMIN_PASSWORD}); without it an empty installation does not start.
 */
@Component
@Profile("production")
class FirstAdministrator implements FirstPeople {

    private final LoginAccounts accounts;
    private final String user;
    private final String password;

    FirstAdministrator(LoginAccounts accounts, @Value("${SHOUXIN_ADMIN_USER:admin}") String user,
            @Value("${SHOUXIN_ADMIN_PASSWORD:}") String password) {
        this.accounts = accounts;
        this.user = user;
        this.password = password;
    }

    @Override
    public void enter() {
        PersonId administrator = new PersonId(user);
        if (accounts.exists(administrator)) {
            return;
        }
        if (password.length() < BankPasswords.SHORTEST || password.toUpperCase(Locale.ROOT).contains(user.toUpperCase(Locale.ROOT))) {
            throw new IllegalStateException("SHOUXIN_ADMIN_PASSWORD must name the first administrator's password, at least "
                    + BankPasswords.SHORTEST + " characters, without his login");
        }
        accounts.open(administrator, "系统管理员", password, Set.of(Role.ADMINISTRATOR));
    }
}
