package com.humantraffickingexperts.sandbox.people;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Somebody at the sandbox's college.
 *
 * @param number a small number, unique among all people
 * @param kind what they are there
 * @param givenName the given name
 * @param familyName the family name
 * @param username the name they sign in with, also the local part of the e-mail address
 * @param locale the language they have chosen
 */
public record Person(int number, Kind kind, String givenName, String familyName, String username, String locale) {

	/** What a person is at the college. */
	public enum Kind {

		INSTRUCTOR, STUDENT, ADMINISTRATOR

	}

	public String name() {
		return (this.givenName + " " + this.familyName).strip();
	}

	public String email() {
		return this.username + "@college.example";
	}

	public String sourcedId() {
		return (isStudent() ? "S" : "T") + "%03d".formatted(this.number);
	}

	public boolean isStudent() {
		return this.kind == Kind.STUDENT;
	}

	public boolean isInstructor() {
		return this.kind == Kind.INSTRUCTOR;
	}

	public boolean isAdministrator() {
		return this.kind == Kind.ADMINISTRATOR;
	}

	public UUID uuid() {
		return UUID.nameUUIDFromBytes(("person " + this.username).getBytes(StandardCharsets.UTF_8));
	}

}
