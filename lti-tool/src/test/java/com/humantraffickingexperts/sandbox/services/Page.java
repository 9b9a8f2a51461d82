package com.humantraffickingexperts.sandbox.services;

import java.util.List;
import java.util.Optional;

/**
 * A part of a list, by where it begins.
 *
 * @param <T> what is listed
 * @param items the items of this page
 * @param from the position of the first
 * @param limit how many a page has
 * @param total how many there are
 */
public record Page<T>(List<T> items, int from, int limit, int total) {

	/**
	 * Cuts a page out of a list.
	 * @param <T> what is listed
	 * @param all the whole list
	 * @param from the position of the first
	 * @param limit how many a page has; nothing for all
	 * @return the page
	 */
	public static <T> Page<T> of(List<T> all, int from, Optional<Integer> limit) {
		int size = Math.max(1, limit.orElse(Math.max(1, all.size())));
		int start = Math.min(from, all.size());
		return new Page<>(all.subList(start, Math.min(start + size, all.size())), start, size, all.size());
	}

	public boolean hasNext() {
		return this.from + this.limit < this.total;
	}

	public int next() {
		return this.from + this.limit;
	}

}
