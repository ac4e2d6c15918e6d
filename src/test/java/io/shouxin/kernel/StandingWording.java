package io.shouxin.kernel;

/** The words people read, for tests without an application around them. */
public final class StandingWording {

    private StandingWording() {
    }

    public static Wording words() {
        return new Wording();
    }
}
