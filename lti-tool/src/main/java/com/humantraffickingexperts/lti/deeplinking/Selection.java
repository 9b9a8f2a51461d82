package com.humantraffickingexperts.lti.deeplinking;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.springframework.util.MultiValueMap;

/**
 * What was chosen, in order.
 *
 * @param modules ids of modules, as they came
 * @param withoutGrade whether no line item is wanted
 */
record Selection(Set<String> modules, boolean withoutGrade) {

	static final String MODULE = "module";

	static final String GRADE = "grade";

	private static final String NONE = "none";

	static Selection of(MultiValueMap<String, String> parameters) {
		return new Selection(new LinkedHashSet<>(parameters.getOrDefault(MODULE, List.of())),
				NONE.equals(parameters.getFirst(GRADE)));
	}

}
