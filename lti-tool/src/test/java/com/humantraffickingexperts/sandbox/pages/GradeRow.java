package com.humantraffickingexperts.sandbox.pages;

import java.util.List;

import com.humantraffickingexperts.sandbox.people.Person;

/**
 * A student's line of the gradebook.
 *
 * @param student the student
 * @param cells the grades, in the order of the columns
 */
public record GradeRow(Person student, List<GradeCell> cells) {
}
