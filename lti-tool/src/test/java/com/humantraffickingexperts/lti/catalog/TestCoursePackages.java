package com.humantraffickingexperts.lti.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.catalog.CoursePackage.Assessment;
import com.humantraffickingexperts.lti.catalog.CoursePackage.AssessmentItem;
import com.humantraffickingexperts.lti.catalog.CoursePackage.AssessmentPassed;
import com.humantraffickingexperts.lti.catalog.CoursePackage.CompletionRule;
import com.humantraffickingexperts.lti.catalog.CoursePackage.ContentNotice;
import com.humantraffickingexperts.lti.catalog.CoursePackage.CountingAttempt;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Disclosure;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Draw;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Grading;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Helpline;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Item;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Objective;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Page;
import com.humantraffickingexperts.lti.catalog.CoursePackage.PageItem;
import com.humantraffickingexperts.lti.catalog.CoursePackage.PagesViewed;
import com.humantraffickingexperts.lti.catalog.CoursePackage.ReflectionItem;
import com.humantraffickingexperts.lti.catalog.CoursePackage.ScenarioItem;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Section;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Source;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Status;
import com.humantraffickingexperts.lti.catalog.Question.Feedback;
import com.humantraffickingexperts.lti.catalog.Question.MultipleChoice;
import com.humantraffickingexperts.lti.catalog.Question.Option;
import com.humantraffickingexperts.lti.catalog.Question.SingleChoice;
import com.humantraffickingexperts.lti.catalog.Question.TrueFalse;

/** A small module that tests shape as they need it. */
public final class TestCoursePackages {

	/** The id of the check that every module here has. */
	public static final String CHECK = "final";

	private static final List<Source> SOURCES = List.of(
			new Source("msa-s52", "Modern Slavery Act 2015 (c. 30), section 52",
					"https://www.legislation.gov.uk/ukpga/2015/30/section/52"),
			new Source("sg-s49", "Home Office, Modern Slavery: statutory guidance under section 49", null));

	private String id = "national-referral-mechanism";

	private Status status = Status.DRAFT;

	private String title = "The National Referral Mechanism";

	private String summary = "What the National Referral Mechanism is for, who may refer, and how consent works for adults and children.";

	private List<String> audience = List.of("general");

	private String level = "awareness";

	private int minutes = 40;

	private String language = "en-GB";

	private List<String> jurisdictions = List.of("england-wales");

	private @Nullable LocalDate lastReviewed;

	private Disclosure feedback = Disclosure.AFTER_SUBMIT;

	private Disclosure correct = Disclosure.AFTER_PASS;

	private CountingAttempt counting = CountingAttempt.BEST;

	private int scoreMaximum = 100;

	private boolean graded = true;

	private int cooldownMinutes;

	private @Nullable Integer maximumAttempts;

	private @Nullable Integer timeLimitMinutes;

	private boolean shuffled;

	private List<CompletionRule> completion = List.of(new PagesViewed(BigDecimal.ONE), new AssessmentPassed(CHECK));

	private List<Question> questions = questions();

	private boolean stories;

	private String version = "1.2.0";

	private Upkeep upkeep = Upkeep.NONE;

	private final Map<String, Page> pages = new LinkedHashMap<>();

	private TestCoursePackages() {
	}

	/**
	 * A draft with three pages and a check of four questions, pass mark 75.
	 * @return the builder
	 */
	public static TestCoursePackages module() {
		return new TestCoursePackages();
	}

	/**
	 * A catalogue of some modules.
	 * @param modules the modules
	 * @return the catalogue
	 */
	public static Catalog catalog(CoursePackage... modules) {
		return new Catalog() {
			@Override
			public List<CoursePackage> modules() {
				return List.of(modules);
			}

			@Override
			public Optional<CoursePackage> find(String id) {
				return modules().stream().filter((module) -> module.id().equals(id)).findFirst();
			}

			@Override
			public List<Resource> resources() {
				return library();
			}
		};
	}

	/**
	 * Two publications: one with all that can be said, one with as little as possible.
	 * @return a resource library
	 */
	public static List<Resource> library() {
		return List.of(
				new Resource("first-guide", Resource.Kind.GUIDANCE, "A first guide", "A. Author", "A publisher",
						"2020-03", "It tells who refers and who notifies.",
						List.of("The list of authorities has grown."), List.of("It is not from 2019."),
						"A. Author, A first guide (March 2020)", "https://www.example.org/guide"),
				new Resource("early-numbers", Resource.Kind.STATISTICS, "Early numbers", "An office", "An office",
						"2020", "It counts referrals, not people.", List.of("There are newer numbers."), List.of(),
						"An office, Early numbers (2020)", null));
	}

	/**
	 * What is shipped.
	 * @return the catalogue of the course packages in the repository
	 */
	public static Catalog shipped() {
		return new LoadedCatalog(new CatalogSettings(List.of("classpath:/course-packages/")));
	}

	public TestCoursePackages id(String value) {
		this.id = value;
		return this;
	}

	public TestCoursePackages status(Status value) {
		this.status = value;
		return this;
	}

	public TestCoursePackages title(String value) {
		this.title = value;
		return this;
	}

	public TestCoursePackages summary(String value) {
		this.summary = value;
		return this;
	}

	public TestCoursePackages audience(String... values) {
		this.audience = List.of(values);
		return this;
	}

	public TestCoursePackages level(String value) {
		this.level = value;
		return this;
	}

	public TestCoursePackages minutes(int value) {
		this.minutes = value;
		return this;
	}

	public TestCoursePackages language(String value) {
		this.language = value;
		return this;
	}

	public TestCoursePackages jurisdictions(String... values) {
		this.jurisdictions = List.of(values);
		return this;
	}

	/** Approved, and last reviewed on a day. */
	public TestCoursePackages reviewed(LocalDate day) {
		this.lastReviewed = day;
		return status(Status.APPROVED);
	}

	public TestCoursePackages shows(Disclosure feedbackRule, Disclosure correctRule) {
		this.feedback = feedbackRule;
		this.correct = correctRule;
		return this;
	}

	public TestCoursePackages counts(CountingAttempt value) {
		this.counting = value;
		return this;
	}

	public TestCoursePackages scoreMaximum(int value) {
		this.scoreMaximum = value;
		return this;
	}

	public TestCoursePackages ungraded() {
		this.graded = false;
		return this;
	}

	public TestCoursePackages cooldownMinutes(int value) {
		this.cooldownMinutes = value;
		return this;
	}

	public TestCoursePackages maximumAttempts(int value) {
		this.maximumAttempts = value;
		return this;
	}

	public TestCoursePackages timeLimitMinutes(int value) {
		this.timeLimitMinutes = value;
		return this;
	}

	public TestCoursePackages shuffled() {
		this.shuffled = true;
		return this;
	}

	public TestCoursePackages completion(CompletionRule... rules) {
		this.completion = List.of(rules);
		return this;
	}

	public TestCoursePackages questions(List<Question> value) {
		this.questions = value;
		return this;
	}

	public TestCoursePackages version(String value) {
		this.version = value;
		return this;
	}

	public TestCoursePackages upkeep(Upkeep value) {
		this.upkeep = value;
		return this;
	}

	/** With a page, in the place of the one that has its id, or without a place. */
	public TestCoursePackages page(Page page) {
		this.pages.put(page.id(), page);
		return this;
	}

	/** With a scenario and a reflection among the pages. */
	public TestCoursePackages stories() {
		this.stories = true;
		return this;
	}

	public CoursePackage build() {
		Map<String, Question> bank = new LinkedHashMap<>();
		this.questions.forEach((question) -> bank.put(question.id(), question));
		Assessment check = new Assessment(CHECK, this.graded, "Final check",
				"All people in the questions are fictional. Please do not type details of any real case.",
				BigDecimal.valueOf(75), List.of(new Draw(List.copyOf(bank.keySet()), bank.size())), this.shuffled,
				this.cooldownMinutes, this.maximumAttempts, this.timeLimitMinutes, this.feedback, this.correct);
		return new CoursePackage(this.id, this.version, this.status, this.title, this.summary, this.audience,
				this.level, this.minutes, this.language, this.jurisdictions, LocalDate.of(2026, 5, 20),
				this.lastReviewed,
				List.of(new Objective("lo-refer",
						"Identify who may refer a person and who must notify the Home Office"),
						new Objective("lo-consent", "Apply the rules on consent for adults and children")),
				List.of(new ContentNotice("exploitation",
						"Short fictional examples of work, money and movement being controlled. Nothing graphic."),
						new ContentNotice("detention", "Police custody and prison sentences are mentioned.")),
				List.of(new Helpline("Emergency services", "999", "If someone is in danger now"),
						new Helpline("Modern Slavery and Exploitation Helpline (run by Unseen)", "08000 121 700",
								"Advice and reporting, across the UK"),
						new Helpline("Childline", "0800 1111", "For children and young people")),
				List.of(new Section("referral", "Referral and consent",
						List.of(new PageItem("who-refers"), new PageItem("consent"))),
						new Section("practice", "Good practice",
								this.stories ? List.of(new PageItem("meeting"), new ScenarioItem("car-wash"),
										new ReflectionItem("q-team")) : List.<Item>of(new PageItem("meeting"))),
						new Section("check", "Final check", List.<Item>of(new AssessmentItem(CHECK)))),
				pages(), Map.of(CHECK, check), bank,
				this.stories ? Map.of("car-wash", TestQuestions.scenario()) : Map.of(),
				this.stories ? Map.of("q-team", TestQuestions.reflection()) : Map.of(), this.completion,
				this.graded ? new Grading(CHECK, this.counting, this.scoreMaximum) : null, this.upkeep);
	}

	private Map<String, Page> pages() {
		Map<String, Page> pages = new LinkedHashMap<>();
		pages.put("who-refers", new Page("who-refers", "Who refers, and who must notify", """
				<h2>First responders refer</h2>
				<p>Only a first responder organisation can refer a person. Nobody can refer themselves.</p>
				<ul><li>the police</li><li>local authorities</li><li>certain charities</li></ul>
				""", 4, SOURCES, List.of("lo-refer"), List.of(), null, null));
		pages.put("consent",
				new Page("consent", "Consent: adults and children",
						"""
												<h2>Adults choose</h2>
												<p>An adult is referred only with <a class="term" id="term-use-consent" href="#term-consent">informed consent</a>.
												“Informed” is the harder half. Before deciding, the person should understand what the mechanism is and who
												decides, what support it can bring, and what may follow, including a negative decision.</p>
												<div class="note note-law" role="note" aria-labelledby="note-law"><p class="note-label" id="note-law">The law</p><p><strong>No identifying details without consent.</strong> A notification about a person
												aged 18 or over may not identify them unless they agree <a class="citation" href="#source-msa-s52" role="doc-noteref" aria-label="Source 1">[1]</a>.</p></div>
												<div class="note note-case" role="note" aria-labelledby="note-case"><p class="note-label" id="note-case">Case</p><p><strong>Daniel</strong> (fictional) listens, thinks, and says no, because he fears for
												his dog and his brother. She gives him a safe way to come back. Two weeks later he does.</p></div>
												<div class="table-wrap" role="group" tabindex="0" aria-label="Table: Person, Consent"><table><thead><tr><th scope="col">Person</th><th scope="col">Consent</th></tr></thead>
												<tbody><tr><td>Adult</td><td>needed</td></tr><tr><td>Child</td><td>not needed</td></tr></tbody></table></div>
												<div class="note note-practice" role="note" aria-labelledby="note-practice"><p class="note-label" id="note-practice">In practice</p><p><strong>Write down the conversation</strong>: the language and interpreter, what you
												explained, what was asked, what the person decided.</p></div>
												<div class="note note-key-points" role="note" aria-labelledby="note-key-points"><p class="note-label" id="note-key-points">Key points</p><ul><li>Adult: informed consent, or a notification that does not identify them.</li>
												<li>Child: refer without consent, and explain.</li><li>Age in doubt: treat as a child for now.</li></ul></div>
								<div class="terms"><h2>Words on this page</h2><dl><dt id="term-consent">informed consent</dt><dd>Agreement after
								a full explanation. <a class="term-back" href="#term-use-consent"
								aria-label="Back to the text: informed consent">Back to the text</a></dd></dl></div>
												""",
						3, SOURCES, List.of("lo-consent"), List.of(), null, null));
		pages.put("meeting", new Page("meeting", "Meeting someone", "<p>Begin with safety, not with questions.</p>", 3,
				List.of(), List.of("lo-consent"), List.of(), null, null));
		pages.putAll(this.pages);
		return pages;
	}

	/**
	 * Two single choices, one multiple choice with partial marks, one true or false; one
	 * point each.
	 * @return the questions of the default module
	 */
	public static List<Question> questions() {
		List<Question> bank = new ArrayList<>();
		bank.add(new SingleChoice("q-who", "<p>Who may refer a person?</p>", BigDecimal.ONE, List.of("lo-refer"),
				SOURCES, feedback(), List.of(option("self", "The person", false), option("friend", "Any friend", false),
						option("responder", "A first responder organisation", true)),
				true));
		bank.add(new SingleChoice("q-adult",
				"<p>Daniel (fictional), 34, has said no to a referral. He fears for his brother.</p><p>What may the council's report <em>not</em> hold?</p>",
				BigDecimal.ONE, List.of("lo-consent"), SOURCES, feedback(),
				List.of(option("sector", "The sector in which he worked", false), option("name", "His name", true),
						option("region", "The region of the country", false)),
				true));
		bank.add(new MultipleChoice("q-child", "<p>Which of these hold for a child?</p>", BigDecimal.ONE,
				List.of("lo-consent"), SOURCES, feedback(),
				List.of(option("explain", "Explain what happens and why", true),
						option("refer", "Refer without needing consent", true),
						option("wait", "Wait until a parent agrees", false),
						option("guess", "Guess the age and treat doubt as adulthood", false)),
				true, true));
		bank.add(new TrueFalse("q-british", "<p>A British citizen can be referred.</p>", BigDecimal.ONE,
				List.of("lo-refer"), SOURCES, feedback(),
				List.of(option("true", "True", true), option("false", "False", false))));
		return bank;
	}

	private static Option option(String id, String text, boolean correct) {
		return new Option(id, text, correct, correct ? null : "Think of what the section protects.");
	}

	private static Feedback feedback() {
		return new Feedback("<p>A notification about an adult may not identify them unless they agree.</p>",
				"<p>Yes.</p>", "<p>Look at section 52 again.</p>");
	}

	/**
	 * What somebody types who knows a short answer.
	 * @param question the question
	 * @return words that earn all points
	 */
	public static String rightWords(Question.ShortText question) {
		return question.accepted()
			.stream()
			.filter((accepted) -> accepted.score().compareTo(BigDecimal.ONE) == 0)
			.map((accepted) -> accepted.text().replace("*", ""))
			.findFirst()
			.orElseThrow();
	}

}
