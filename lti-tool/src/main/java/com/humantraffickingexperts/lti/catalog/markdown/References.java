package com.humantraffickingexperts.lti.catalog.markdown;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a text may name.
 *
 * @param sources the ids of sources
 * @param terms the glossary, by id
 * @param helplines the panels of helplines, by id
 * @param pictures the pictures of the module, by the names of their files
 * @param forAuthors whether authors are to see the text, with the notes to them
 */
public record References(Set<String> sources, Map<String, Term> terms, Map<String, List<Contact>> helplines,
		Map<String, Picture> pictures, boolean forAuthors) {

	/**
	 * What a text may name that shows no pictures.
	 * @param sources the ids of sources
	 * @param terms the glossary, by id
	 * @param helplines the panels of helplines, by id
	 */
	public References(Set<String> sources, Map<String, Term> terms, Map<String, List<Contact>> helplines) {
		this(sources, terms, helplines, Map.of(), false);
	}

	/**
	 * The same with pictures.
	 * @param all the pictures of the module, by the names of their files
	 * @return what the text of a page may name
	 */
	public References with(Map<String, Picture> all) {
		return new References(this.sources, this.terms, this.helplines, Map.copyOf(all), this.forAuthors);
	}

	/**
	 * The same for authors, who see the notes to them.
	 * @return what a text may name
	 */
	public References withNotes() {
		return new References(this.sources, this.terms, this.helplines, this.pictures, true);
	}

	/**
	 * The picture to which an address leads.
	 * @param destination what the text says: {@code assets/} and the name of a file, from
	 * the module's folder or from the page's
	 * @return the picture, or empty when there is none
	 */
	Optional<Picture> picture(String destination) {
		String path = destination.startsWith("../") ? destination.substring(3) : destination;
		return path.startsWith("assets/") ? Optional.ofNullable(this.pictures.get(path.substring("assets/".length())))
				: Optional.empty();
	}

	/**
	 * A picture.
	 *
	 * @param address where browsers find it
	 * @param alternative what it says, for those who do not see it
	 * @param credit who made it, with the licence where that has to be told
	 * @param width in points
	 * @param height in points
	 */
	public record Picture(String address, String alternative, String credit, int width, int height) {
	}

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
