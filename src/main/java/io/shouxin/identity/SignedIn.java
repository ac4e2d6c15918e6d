package io.shouxin.identity;

import java.util.Optional;

/** Tells who is signed in on this thread. The workflow floor answers, because it holds the login session. */
public interface SignedIn {

    Optional<Person> person();
}
