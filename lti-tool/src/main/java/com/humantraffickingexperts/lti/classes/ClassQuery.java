package com.humantraffickingexperts.lti.classes;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Collator;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

import com.humantraffickingexperts.lti.grades.DeliveryState;
import com.humantraffickingexperts.lti.roster.CourseGroup;

/**
 * Which learners are shown, and in which order. It is all in the address; what is not
 * understood there is as if it were not.
 *
 * @param words a part of the name
 * @param show which of them: a status, {@code gone}, {@code undelivered}, or empty for
 * all who are in the course or have begun
 * @param group those of a group alone: its id, {@code none} for those of no group, or
 * empty
 * @param sort by what
 * @param down whether the largest comes first
 * @param page from 1
 */
record ClassQuery(String words, String show, String group, Sort sort, boolean down, int page) {

	static final int ON_A_PAGE = 50;

	static final String GONE = "gone";

	static final String UNDELIVERED = "undelivered";

	/** Those who are in no group. */
	static final String NO_GROUP = "none";

	private static final int LONGEST_WORDS = 100;

	private static final int LAST_PAGE = 10_000;

	static ClassQuery of(MultiValueMap<String, String> parameters) {
		String words = Objects.requireNonNullElse(parameters.getFirst("words"), "").strip();
		String show = Objects.requireNonNullElse(parameters.getFirst("show"), "");
		return new ClassQuery(words.substring(0, Math.min(LONGEST_WORDS, words.length())),
				shows().contains(show) ? show : "", Objects.requireNonNullElse(parameters.getFirst("group"), ""),
				Sort.of(parameters.getFirst("sort")), "down".equals(parameters.getFirst("order")),
				page(parameters.getFirst("page")));
	}

	/** The same, if there is such a group. */
	ClassQuery within(List<CourseGroup> groups) {
		boolean known = !groups.isEmpty()
				&& (this.group.equals(NO_GROUP) || groups.stream().anyMatch((one) -> one.id().equals(this.group)));
		return new ClassQuery(this.words, this.show, known ? this.group : "", this.sort, this.down, this.page);
	}

	/** The same, on one of so many pages. */
	ClassQuery upTo(int pages) {
		return new ClassQuery(this.words, this.show, this.group, this.sort, this.down, Math.min(this.page, pages));
	}

	/** Whatever may be shown alone. */
	static List<String> shows() {
		return Stream.concat(Arrays.stream(LearnerStatus.values()).map(ClassQuery::word), Stream.of(UNDELIVERED, GONE))
			.toList();
	}

	static String word(LearnerStatus status) {
		return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	private static int page(@Nullable String text) {
		try {
			return (text == null) ? 1 : Math.clamp(Integer.parseInt(text), 1, LAST_PAGE);
		}
		catch (NumberFormatException ex) {
			return 1;
		}
	}

	/** Whether somebody may be missing. */
	public boolean narrowed() {
		return !this.words.isEmpty() || !this.show.isEmpty() || !this.group.isEmpty();
	}

	/** Those who are shown, on all pages together. */
	List<Learner> of(List<Learner> learners, Locale locale) {
		String folded = folded(this.words);
		return learners.stream()
			.filter((learner) -> folded.isEmpty() || folded(named(learner)).contains(folded)
					|| this.words.equals(learner.user().subject()))
			.filter(this::shown)
			.filter(this::inGroup)
			.sorted(order(locale))
			.toList();
	}

	private boolean shown(Learner learner) {
		return switch (this.show) {
			case "" -> true;
			case GONE -> !learner.here();
			case UNDELIVERED -> undelivered(learner);
			default -> this.show.equals(word(learner.status()));
		};
	}

	private boolean inGroup(Learner learner) {
		return this.group.isEmpty()
				|| (this.group.equals(NO_GROUP) ? learner.groups().isEmpty() : learner.groups().contains(this.group));
	}

	static boolean undelivered(Learner learner) {
		return learner.grade() != null && (learner.grade().state() == DeliveryState.REFUSED
				|| learner.grade().state() == DeliveryState.RETRYING);
	}

	/** Whatever is not known comes last, whichever way it goes. */
	private Comparator<Learner> order(Locale locale) {
		Collator collator = Collator.getInstance(locale);
		Comparator<Learner> byName = by(
				(learner) -> (learner.user().name() == null) ? null : collator.getCollationKey(learner.user().name()),
				false);
		Comparator<Learner> order = switch (this.sort) {
			case NAME -> by((learner) -> (learner.user().name() == null) ? null
					: collator.getCollationKey(learner.user().name()), this.down);
			case STATUS -> by(Learner::status, this.down);
			case RESULT -> by(Learner::percent, this.down);
			case TRIES -> by(Learner::tries, this.down);
			case TIME -> by(Learner::active, this.down);
			case ACTIVE -> by(Learner::lastActiveAt, this.down);
			case GRADE -> by((learner) -> (learner.grade() == null) ? null : learner.grade().state(), this.down);
		};
		return order.thenComparing(byName).thenComparing((learner) -> learner.id().value());
	}

	private static <T extends Comparable<? super T>> Comparator<Learner> by(Function<Learner, @Nullable T> key,
			boolean down) {
		Comparator<T> order = down ? Comparator.<T>reverseOrder() : Comparator.<T>naturalOrder();
		return Comparator.comparing(key, Comparator.nullsLast(order));
	}

	private static String named(Learner learner) {
		return Objects.requireNonNullElseGet(learner.user().name(), learner::code);
	}

	/** Accents and case do not matter to whoever searches. */
	private static String folded(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
	}

	/** The same on another page. */
	String onPage(int other) {
		return address(this.sort, this.down, other);
	}

	/** The same in another order; the same order again turns it round. */
	String sortedBy(Sort other) {
		return address(other, (other == this.sort) ? !this.down : other.downFirst(), 1);
	}

	private String address(Sort by, boolean largestFirst, int at) {
		StringBuilder address = new StringBuilder("?sort=").append(by.word());
		if (largestFirst) {
			address.append("&order=down");
		}
		if (!this.words.isEmpty()) {
			address.append("&words=").append(URLEncoder.encode(this.words, StandardCharsets.UTF_8));
		}
		if (!this.show.isEmpty()) {
			address.append("&show=").append(this.show);
		}
		if (!this.group.isEmpty()) {
			address.append("&group=").append(URLEncoder.encode(this.group, StandardCharsets.UTF_8));
		}
		return (at > 1) ? address.append("&page=").append(at).toString() : address.toString();
	}

	/** By what learners are sorted. */
	enum Sort {

		NAME, STATUS, RESULT, TRIES, TIME, ACTIVE, GRADE;

		static Sort of(@Nullable String word) {
			return Arrays.stream(values()).filter((sort) -> sort.word().equals(word)).findFirst().orElse(NAME);
		}

		String word() {
			return name().toLowerCase(Locale.ROOT);
		}

		/** What one wants to see first. */
		boolean downFirst() {
			return this == RESULT || this == TRIES || this == TIME || this == ACTIVE;
		}

	}

}
