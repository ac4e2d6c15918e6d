package io.shouxin.architecture.sample;

import org.springframework.modulith.Modulithic;

/** A building planted with faults: its ground floor calls the upper floor, and a wall knows the engine. */
@Modulithic
public class BuildingWithAFault {
}
