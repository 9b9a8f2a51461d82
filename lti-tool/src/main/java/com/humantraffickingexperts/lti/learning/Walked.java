package com.humantraffickingexperts.lti.learning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.humantraffickingexperts.lti.catalog.Scenario;
import com.humantraffickingexperts.lti.catalog.Scenario.Choice;
import com.humantraffickingexperts.lti.catalog.Scenario.Scene;

/**
 * How far somebody has come in a scenario.
 *
 * @param steps the scenes left behind, each with what was done there
 * @param here the scene in which the learner is now
 */
record Walked(List<Step> steps, Scene here) {

	/**
	 * Follows choices from the start. Where the scenario no longer knows one, after an
	 * update of the module, the learner stands at the scene before it.
	 * @param scenario the scenario
	 * @param choices ids of choices
	 * @return where they lead
	 */
	static Walked of(Scenario scenario, List<String> choices) {
		List<Step> steps = new ArrayList<>();
		Scene here = scenario.scene(scenario.start());
		for (String id : choices) {
			Optional<Choice> choice = here.choice(id);
			if (choice.isEmpty()) {
				break;
			}
			steps.add(new Step(here, choice.get()));
			here = scenario.scene(choice.get().target());
		}
		return new Walked(List.copyOf(steps), here);
	}

	boolean ended() {
		return this.here.end() != null;
	}

	BigDecimal points() {
		return this.steps.stream().map((step) -> step.choice().points()).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	/**
	 * The way so far.
	 * @return the ids of the choices
	 */
	List<String> choices() {
		return this.steps.stream().map((step) -> step.choice().id()).toList();
	}

	/**
	 * The way with one more step.
	 * @param step how many steps were taken when the choice was offered
	 * @param choice the id of the choice
	 * @return the ids of the choices; empty when the learner is elsewhere or there is no
	 * such choice here
	 */
	Optional<List<String>> decided(int step, String choice) {
		if (step != this.steps.size() || this.here.choice(choice).isEmpty()) {
			return Optional.empty();
		}
		List<String> way = new ArrayList<>(choices());
		way.add(choice);
		return Optional.of(List.copyOf(way));
	}

	/**
	 * Something that was done.
	 *
	 * @param scene where
	 * @param choice what
	 */
	record Step(Scene scene, Choice choice) {
	}

}
