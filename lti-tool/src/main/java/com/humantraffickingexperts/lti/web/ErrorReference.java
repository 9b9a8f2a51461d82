package com.humantraffickingexperts.lti.web;

import java.security.SecureRandom;

/** Short references by which a person and the log name the same error. */
public final class ErrorReference {

	/** Without characters that are easily confused when read aloud. */
	private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

	private static final int LENGTH = 10;

	private static final SecureRandom RANDOM = new SecureRandom();

	private ErrorReference() {
	}

	/**
	 * A new reference.
	 * @return ten letters and digits, with a hyphen in the middle
	 */
	public static String next() {
		StringBuilder reference = new StringBuilder(LENGTH + 1);
		for (int i = 0; i < LENGTH; i++) {
			if (i == LENGTH / 2) {
				reference.append('-');
			}
			reference.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
		}
		return reference.toString();
	}

}
