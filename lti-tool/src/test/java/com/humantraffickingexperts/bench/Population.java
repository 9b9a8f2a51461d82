package com.humantraffickingexperts.bench;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Who launches what: mostly people who never came before, some who come again, over
 * several courses with several activities each.
 */
final class Population {

	private final AtomicLong next;

	private final long first;

	private final double returning;

	private final int courses;

	private final int linksPerCourse;

	Population(long first, double returning, int courses, int linksPerCourse) {
		this.next = new AtomicLong(first);
		this.first = first;
		this.returning = returning;
		this.courses = courses;
		this.linksPerCourse = linksPerCourse;
	}

	Visit nextVisit() {
		ThreadLocalRandom random = ThreadLocalRandom.current();
		long known = this.next.get();
		boolean again = known > this.first && random.nextDouble() < this.returning;
		long person = again ? random.nextLong(this.first, known) : this.next.getAndIncrement();
		int course = Math.toIntExact(person % this.courses);
		return new Visit(person, course, random.nextInt(this.linksPerCourse));
	}

}
