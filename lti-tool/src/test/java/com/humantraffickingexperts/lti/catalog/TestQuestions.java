package com.humantraffickingexperts.lti.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.catalog.CoursePackage.Reflection;
import com.humantraffickingexperts.lti.catalog.Question.Accepted;
import com.humantraffickingexperts.lti.catalog.Question.Entry;
import com.humantraffickingexperts.lti.catalog.Question.Feedback;
import com.humantraffickingexperts.lti.catalog.Question.Matching;
import com.humantraffickingexperts.lti.catalog.Question.Numeric;
import com.humantraffickingexperts.lti.catalog.Question.Ordering;
import com.humantraffickingexperts.lti.catalog.Question.ShortText;
import com.humantraffickingexperts.lti.catalog.Question.Walk;
import com.humantraffickingexperts.lti.catalog.Scenario.Choice;
import com.humantraffickingexperts.lti.catalog.Scenario.End;
import com.humantraffickingexperts.lti.catalog.Scenario.Outcome;
import com.humantraffickingexperts.lti.catalog.Scenario.Scene;

/** One question of each type whose answer is not a set of options. */
public final class TestQuestions {

	private static final Feedback FEEDBACK = new Feedback("<p>Safety and informed consent come before the form.</p>",
			"<p>Yes.</p>", "<p>Not this time.</p>");

	private static final List<String> OBJECTIVES = List.of("lo-refer");

	private TestQuestions() {
	}

	/**
	 * All of them, one point each.
	 * @return matching, ordering, numeric, short text and scenario
	 */
	public static List<Question> all() {
		return List.of(matching(true), ordering(4, true), numeric("28", "30", "days"),
				words(true, new Accepted("section 52", BigDecimal.ONE), new Accepted("*52*", new BigDecimal("0.5"))),
				walk());
	}

	public static Matching matching(boolean partial) {
		Map<String, String> pairs = new LinkedHashMap<>();
		pairs.put("rg", "start");
		pairs.put("cg", "confirm");
		return new Matching("q-match", "<p>Match each step to what it does.</p>", BigDecimal.ONE, OBJECTIVES, List.of(),
				FEEDBACK,
				List.of(new Entry("rg", "Reasonable grounds"), new Entry("cg", "<em>Conclusive</em> grounds")),
				List.of(new Entry("start", "Starts support &amp; recovery"),
						new Entry("confirm", "Confirms the person as a victim"),
						new Entry("charge", "Starts a prosecution")),
				pairs, true, partial);
	}

	public static Ordering ordering(int items, boolean adjacent) {
		List<Entry> entries = new ArrayList<>();
		for (int item = 1; item <= items; item++) {
			entries.add(new Entry("s" + item, "Step " + item));
		}
		return new Ordering("q-order", "<p>Put the steps in order.</p>", BigDecimal.ONE, OBJECTIVES, List.of(),
				FEEDBACK, entries, adjacent);
	}

	public static Numeric numeric(String minimum, String maximum, String unit) {
		return new Numeric("q-days", "<p>How long is the recovery period?</p>", BigDecimal.ONE, OBJECTIVES, List.of(),
				FEEDBACK, new BigDecimal(minimum), new BigDecimal(maximum), unit);
	}

	public static ShortText words(boolean normalised, Accepted... accepted) {
		return new ShortText("q-section", "<p>Which section creates the duty?</p>", BigDecimal.ONE, OBJECTIVES,
				List.of(), FEEDBACK, List.of(accepted), normalised, 40);
	}

	public static Walk walk() {
		return new Walk("q-walk", "<p>What do you do at the car wash?</p>", BigDecimal.ONE, OBJECTIVES, List.of(),
				FEEDBACK, scenario());
	}

	/**
	 * Two decisions; the best way earns three points.
	 * @return the scenario
	 */
	public static Scenario scenario() {
		Map<String, Scene> scenes = new LinkedHashMap<>();
		scenes.put("yard",
				new Scene("yard", "<p>Danil (fictional) looks at his manager before he answers.</p>",
						List.of(choice("ask", "Ask him here", "bad", 0, "<p>This may put Danil at risk.</p>"),
								choice("later", "Find a safe moment", "alone", 1, null)),
						null));
		scenes.put("alone", new Scene("alone", "<p>Alone with an interpreter, Danil says that he is afraid.</p>",
				List.of(choice("explain", "Explain, and ask for his decision", "good", 2, null),
						choice("refer", "Refer him without telling him", "bad", 0, "<p>An adult decides himself.</p>"),
						choice("number", "Give him a number", "fair", 1, null)),
				null));
		scenes.put("good", end("good", Outcome.GOOD, "You agree a safe way to stay in touch."));
		scenes.put("fair", end("fair", Outcome.ACCEPTABLE, "He knows whom to call."));
		scenes.put("bad", end("bad", Outcome.UNSAFE, "Safer: separate, explain, ask."));
		return new Scenario("car-wash", "A conversation at the car wash", "yard", Map.copyOf(scenes), List.of());
	}

	public static Reflection reflection() {
		return new Reflection("q-team",
				"<p>Think of your own team.</p><p>Who would you call first, and how out of hours?</p>", 3,
				"<p>Many call their safeguarding lead first.</p>", List.of());
	}

	private static Choice choice(String id, String text, String target, int points, @Nullable String feedback) {
		return new Choice(id, text, target, BigDecimal.valueOf(points), feedback);
	}

	private static Scene end(String id, Outcome outcome, String text) {
		return new Scene(id, "<p>The contact ends.</p>", List.of(), new End(outcome, "<p>" + text + "</p>"));
	}

}
