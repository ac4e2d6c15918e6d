package io.shouxin.kernel;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What a desk answers: it did the work, or it refused and changed nothing.
 *
 * @param <T> what the desk hands back when it did the work
 */
public sealed interface Outcome<T> {

    record Done<T>(T value) implements Outcome<T> {
    }

    /** @param refusals at least one; a form shows each beside its field */
    record Refused<T>(List<Refusal> refusals) implements Outcome<T> {
        public Refused {
            refusals = List.copyOf(refusals);
            if (refusals.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason");
            }
        }
    }

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> refused(Refusal refusal) {
        return new Refused<>(List.of(refusal));
    }

    static <T> Outcome<T> refused(List<Refusal> refusals) {
        return new Refused<>(refusals);
    }

    default boolean isDone() {
        return this instanceof Done<T>;
    }

    /** Empty when the work was done. */
    default List<Refusal> refusals() {
        return this instanceof Refused<T> refused ? refused.refusals() : List.of();
    }

    /** The value, or a {@link RefusedException} that rolls the transaction back. */
    default T orElseThrow() {
        if (this instanceof Done<T> done) {
            return done.value();
        }
        throw new RefusedException(refusals());
    }

    default <R> Outcome<R> map(Function<? super T, ? extends R> mapping) {
        return this instanceof Done<T> done ? done(mapping.apply(done.value())) : refused(refusals());
    }

    default <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
        return this instanceof Done<T> done ? next.apply(done.value()) : refused(refusals());
    }

    default Outcome<T> whenDone(Consumer<? super T> action) {
        if (this instanceof Done<T> done) {
            action.accept(done.value());
        }
        return this;
    }
}
