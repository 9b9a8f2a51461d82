package com.humantraffickingexperts.lti.catalog;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.catalog.CoursePackage.Source;

/**
 * A story in which the learner decides how it goes on. Each way through it comes to an
 * end; what was checked before it was built.
 *
 * @param id its id
 * @param title its title, plain text
 * @param start the id of the scene in which it begins
 * @param scenes every scene, by id
 * @param sources what it relies on
 */
public record Scenario(String id, String title, String start, Map<String, Scene> scenes, List<Source> sources) {

	/**
	 * The scene with an id.
	 * @param scene the scene's id
	 * @return the scene
	 */
	public Scene scene(String scene) {
		return Objects.requireNonNull(this.scenes.get(scene));
	}

	/**
	 * The most points that any way through the scenario earns.
	 * @return the sum of the best way
	 */
	public BigDecimal bestPoints() {
		return best(this.start, new HashMap<>());
	}

	private BigDecimal best(String id, Map<String, BigDecimal> known) {
		BigDecimal before = known.get(id);
		if (before != null) {
			return before;
		}
		BigDecimal best = scene(id).choices()
			.stream()
			.map((choice) -> choice.points().add(best(choice.target(), known)))
			.max(Comparator.naturalOrder())
			.orElse(BigDecimal.ZERO);
		known.put(id, best);
		return best;
	}

	/**
	 * A place in the story: either there is something to decide, or the story ends.
	 *
	 * @param id its id
	 * @param text what happens, rendered and sanitised
	 * @param choices what can be done; empty where the story ends
	 * @param end how the story ends; null where it goes on
	 */
	public record Scene(String id, String text, List<Choice> choices, @Nullable End end) {

		/**
		 * The choice with an id.
		 * @param choice the choice's id
		 * @return the choice, or empty when there is none of that id here
		 */
		public Optional<Choice> choice(String choice) {
			return this.choices.stream().filter((one) -> one.id().equals(choice)).findFirst();
		}

	}

	/**
	 * Something that can be done.
	 *
	 * @param id stable in its scene
	 * @param text what is done, rendered and sanitised
	 * @param target the id of the scene to which it leads
	 * @param points what it earns
	 * @param feedback what is said to those who chose it, rendered; or null
	 */
	public record Choice(String id, String text, String target, BigDecimal points, @Nullable String feedback) {
	}

	/**
	 * An end of the story.
	 *
	 * @param outcome how good it is
	 * @param text what is said of it, rendered; at an unsafe end it tells the safe way
	 */
	public record End(Outcome outcome, String text) {
	}

	/** How good an end is. */
	public enum Outcome {

		/** What ought to have been done was done. */
		GOOD,
		/** Nobody was put at risk. */
		ACCEPTABLE,
		/** Somebody was put at risk. */
		UNSAFE

	}

}
