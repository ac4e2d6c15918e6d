package io.shouxin.document;

import io.shouxin.kernel.Outcome;
import org.springframework.stereotype.Component;

/** Prints the bank's letters. */
@Component
public class LetterPrinter {

    public Outcome<byte[]> print(Letter letter) {
        throw new UnsupportedOperationException();
    }
}
