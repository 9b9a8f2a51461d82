package com.humantraffickingexperts.lti.learning;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Item;

/**
 * A place in a module.
 *
 * @param key the item: its kind and its id, as {@code page:consent}
 * @param question which question of a check, from 1; null outside the questions
 */
record Place(String key, @Nullable Integer question) {

	static Place of(Item item) {
		return new Place(Resume.key(item), null);
	}

	/**
	 * The item at this place.
	 * @param module the module
	 * @return the item, or empty when the module no longer has it
	 */
	Optional<Item> item(CoursePackage module) {
		return module.items().stream().filter((item) -> Resume.key(item).equals(this.key)).findFirst();
	}

	/**
	 * Whether this place comes before another.
	 * @param other the other place
	 * @param module the module
	 * @return false when it is the same, when it comes later, and when the module no
	 * longer has one of them
	 */
	boolean before(Place other, CoursePackage module) {
		List<String> keys = module.items().stream().map(Resume::key).toList();
		int here = keys.indexOf(this.key);
		int there = keys.indexOf(other.key);
		if (here < 0 || there < 0) {
			return false;
		}
		return (here != there) ? here < there : position(this.question) < position(other.question);
	}

	private static int position(@Nullable Integer question) {
		return (question == null) ? 0 : question;
	}

}
