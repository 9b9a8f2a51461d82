package com.humantraffickingexperts.lti.catalog.trace;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of cases, by the words that no other case shares. */
final class CaseNames {

	private static final Set<String> COMMON = Set.of("r", "and", "of", "the", "for", "in", "under", "since", "see", "a",
			"secretary", "state", "home", "department", "sshd", "commissioner", "police", "metropolis", "uk", "united",
			"kingdom", "others", "another", "ltd", "limited", "llp", "services", "council", "council's", "case",
			"cases", "government", "then", "after", "before", "court", "both", "like", "until", "supreme", "appeal",
			"but", "claims", "contrast", "compare", "even", "federal", "republic", "when", "with", "earlier", "cyprus",
			"russia", "lbc");

	private CaseNames() {
	}

	static String key(String one, String other) {
		String key = Stream.of(one, other)
			.map((party) -> party.replace("Criminal Injuries Compensation Authority", "CICA"))
			.flatMap((party) -> Arrays.stream(party.split("[^\\w']+")))
			.map((word) -> word.toLowerCase(Locale.ROOT).replaceAll("'s?$", ""))
			.filter((word) -> !word.isEmpty() && !COMMON.contains(word))
			.sorted()
			.distinct()
			.collect(Collectors.joining(" "));
		return key.isEmpty() ? (one + " v " + other).toLowerCase(Locale.ROOT) : key;
	}

}
