package com.humantraffickingexperts.lti.admin.accounts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which passwords are refused: length counts, and what others would guess first. After
 * <a href="https://pages.nist.gov/800-63-4/sp800-63b.html">NIST SP 800-63B-4</a>: no
 * rules about kinds of characters, no expiry.
 */
final class PasswordRules {

	static final int SHORTEST = 12;

	static final int LONGEST = 128;

	private static final int SHORTEST_WORD = 3;

	/** How much has to be left of a password when what is easily guessed is taken out. */
	private static final int LEAST_OWN = 6;

	private static final int LEAST_DIFFERENT = 5;

	private static final Set<String> COMMON = words("common-passwords.txt");

	private PasswordRules() {
	}

	/**
	 * What is wrong with a password.
	 * @param password the password
	 * @param name the person's name
	 * @param email the person's e-mail address
	 * @return the key of a message, or empty when the password is accepted
	 */
	static Optional<String> problem(String password, String name, String email) {
		int length = password.codePointCount(0, password.length());
		if (length < SHORTEST) {
			return Optional.of("admin.password.short");
		}
		if (length > LONGEST) {
			return Optional.of("admin.password.long");
		}
		if (password.codePoints().distinct().count() < LEAST_DIFFERENT || guessable(password, name, email)) {
			return Optional.of("admin.password.common");
		}
		return Optional.empty();
	}

	private static boolean guessable(String password, String name, String email) {
		String rest = plain(password);
		if (COMMON.contains(rest)) {
			return true;
		}
		List<String> known = Stream
			.concat(Stream.of((name + " " + email).split("[^\\p{L}\\p{N}]+")).map(PasswordRules::plain),
					COMMON.stream())
			.filter((word) -> word.length() >= SHORTEST_WORD)
			.sorted((one, other) -> Integer.compare(other.length(), one.length()))
			.toList();
		for (String word : known) {
			rest = rest.replace(word, "");
		}
		return rest.length() < LEAST_OWN;
	}

	/**
	 * Lower case, letters and digits only, with the usual stand-ins for letters undone.
	 */
	private static String plain(String text) {
		return text.toLowerCase(Locale.ROOT)
			.replace('@', 'a')
			.replace('$', 's')
			.replace('!', 'i')
			.replaceAll("[^\\p{L}\\p{N}]", "");
	}

	private static Set<String> words(String resource) {
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(
				Objects.requireNonNull(PasswordRules.class.getResourceAsStream(resource)), StandardCharsets.UTF_8))) {
			return lines.lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.map(PasswordRules::plain)
				.collect(Collectors.toUnmodifiableSet());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
