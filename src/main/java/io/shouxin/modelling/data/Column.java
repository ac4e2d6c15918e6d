package io.shouxin.modelling.data;

/** One factor of a data table, case by case. Any case may lack it; a missing value is never replaced by a number. */
public sealed interface Column permits NumberColumn, TextColumn {

    String name();

    int rows();

    boolean missing(int row);
}
