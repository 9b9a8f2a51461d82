package com.humantraffickingexperts.lti.admin.accounts;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What names and e-mail addresses of administrators look like. */
public final class AccountRules {

	private static final int LONGEST_NAME = 100;

	private static final int LONGEST_EMAIL = 254;

	private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

	private AccountRules() {
	}

	/**
	 * What is wrong with a name and an e-mail address.
	 * @param name what was typed as the name
	 * @param email what was typed as the e-mail address
	 * @return the keys of messages, by field
	 */
	public static Map<String, String> problems(String name, String email) {
		Map<String, String> problems = new HashMap<>();
		if (!name(name)) {
			problems.put("name", "admin.name.wrong");
		}
		if (email.strip().length() > LONGEST_EMAIL || !EMAIL.matcher(email.strip()).matches()) {
			problems.put("email", "admin.email.wrong");
		}
		return problems;
	}

	/**
	 * Whether a text is a name.
	 * @param name what was typed
	 * @return true for 1 to 100 characters
	 */
	public static boolean name(String name) {
		return !name.isBlank() && name.strip().length() <= LONGEST_NAME;
	}

}
