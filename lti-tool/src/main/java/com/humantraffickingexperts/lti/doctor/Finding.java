package com.humantraffickingexperts.lti.doctor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a check found; stored as JSON.
 *
 * @param check what was looked at
 * @param health how well it is
 * @param what the last part of the key of its sentence, below
 * {@code doctor.<check>.found.}
 * @param arguments what stands in the sentence
 * @param facts what somebody who searches for the fault wants to see, by name
 */
record Finding(Check check, Health health, String what, List<String> arguments, Map<String, String> facts) {

	Finding {
		arguments = List.copyOf(arguments);
		facts = new LinkedHashMap<>(facts);
	}

	static Finding green(Check check, String what, String... arguments) {
		return new Finding(check, Health.GREEN, what, List.of(arguments), Map.of());
	}

	static Finding amber(Check check, String what, String... arguments) {
		return new Finding(check, Health.AMBER, what, List.of(arguments), Map.of());
	}

	static Finding red(Check check, String what, String... arguments) {
		return new Finding(check, Health.RED, what, List.of(arguments), Map.of());
	}

	Finding with(Map<String, String> moreFacts) {
		Map<String, String> all = new LinkedHashMap<>(this.facts);
		all.putAll(moreFacts);
		return new Finding(this.check, this.health, this.what, this.arguments, all);
	}

}
