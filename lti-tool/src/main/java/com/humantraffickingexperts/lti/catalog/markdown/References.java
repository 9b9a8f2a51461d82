package com.humantraffickingexperts.lti.catalog.markdown;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a text may name.
 *
 * @param sources the ids of sources
 * @param terms the glossary, by id
 * @param helplines the panels of helplines, by id
 */
public record References(Set<String> sources, Map<String, Term> terms, Map<String, List<Contact>> helplines) {

	/**
	 * An entry of the glossary.
	 *
	 * @param label what stands in the sentence
	 * @param text what it means
	 */
	public record Term(String label, String text) {
	}

	/**
	 * Somebody who helps.
	 *
	 * @param name who answers
	 * @param contact the number or address
	 * @param note when and for whom, or null
	 */
	public record Contact(String name, String contact, @Nullable String note) {
	}

}
