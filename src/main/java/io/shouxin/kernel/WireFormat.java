package io.shouxin.kernel;

import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializerBase;
import java.math.BigDecimal;
import java.util.Currency;
import org.springframework.stereotype.Component;

/** Decimals leave the bank as text, so that no client turns money into a binary fraction. */
@Component
class WireFormat extends SimpleModule {

    WireFormat() {
        super("shouxin-wire-format");
        addSerializer(BigDecimal.class, new ToStringSerializerBase(BigDecimal.class) {
            @Override
            public String valueToString(Object decimal) {
                return ((BigDecimal) decimal).toPlainString();
            }
        });
        addSerializer(Currency.class, new ToStringSerializerBase(Currency.class) {
            @Override
            public String valueToString(Object currency) {
                return ((Currency) currency).getCurrencyCode();
            }
        });
    }
}
