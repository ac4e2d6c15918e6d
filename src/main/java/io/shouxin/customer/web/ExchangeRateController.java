package io.shouxin.customer.web;

import io.shouxin.customer.ExchangeRate;
import io.shouxin.customer.ExchangeRates;
import io.shouxin.identity.Access;
import io.shouxin.identity.Role;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The dated table of exchange rates over HTTP. */
@RestController
@RequestMapping({"/api/v1", "/camunda/api/shouxin/v1"})
class ExchangeRateController {

    private final ExchangeRates rates;
    private final Access access;

    ExchangeRateController(ExchangeRates rates, Access access) {
        this.rates = rates;
        this.access = access;
    }

    /** Newest day first. */
    @GetMapping("/exchange-rates")
    List<ExchangeRate> newest() {
        access.person();
        return rates.newest();
    }

    @PostMapping("/exchange-rates")
    @ResponseStatus(HttpStatus.CREATED)
    ExchangeRate record(@RequestBody ExchangeRate rate) {
        return rates.record(rate, access.personIn(Role.ANALYST, Role.CREDIT_MANAGER, Role.RISK_DIRECTOR).id()).orElseThrow();
    }
}
