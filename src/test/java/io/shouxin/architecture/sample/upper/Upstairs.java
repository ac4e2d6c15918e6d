package io.shouxin.architecture.sample.upper;

/** Planted: the floor that is called from below. */
public class Upstairs {

    public void open() {
    }
}
