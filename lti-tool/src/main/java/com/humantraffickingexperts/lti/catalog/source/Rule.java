package com.humantraffickingexperts.lti.catalog.source;

/**
 * What a course package is checked for. The codes are those of the format, and are never
 * given another meaning.
 */
public enum Rule {

	/** The check itself failed: a fault of the tool. */
	E000("the check itself failed"),
	/** A file does not have the fields that its kind has. */
	E001("fields"),
	/** An id is used twice. */
	E002("id used twice"),
	/** Something is named that does not exist. */
	E003("dangling reference"),
	/** A question has the wrong number of right answers. */
	E004("number of right answers"),
	/** An objective is not taught or not examined. */
	E005("objective without page or question"),
	/** A text or a picture holds something that may not reach a browser. */
	E006("not allowed in a text or a picture"),
	/** The package says that it is approved, but cannot be. */
	E007("approved too early"),
	/** The version is not in the change log. */
	E008("change log"),
	/** A check draws more questions than there are. */
	E009("too few questions"),
	/** The module can never be completed. */
	E010("completion out of reach"),
	/** A scenario goes in circles, or nowhere. */
	E011("scenario graph"),
	/** More has changed than the version says. */
	E012("change under too small a version"),
	/** A file is not where, what or as small as it has to be. */
	E013("file"),
	/** The text of a file cannot be read safely. */
	E014("unreadable text"),
	/** Modules require each other. */
	E015("circle of prerequisites"),
	/** Headings skip a level. */
	E016("heading levels"),
	/** A block or a placeholder stands where it cannot. */
	E017("blocks and placeholders"),
	/** A page that may be read instead of another does not fit it. */
	E018("page to read instead"),
	/** A sound use of the format that this version of the tool cannot offer yet. */
	N001("not supported yet", Severity.UNSUPPORTED),
	/** The right answer is too often the longest one. */
	W101("length gives the answer away", Severity.WARNING),
	/** An option or a question is harder to read than it has to be. */
	W102("all of the above, or a hidden not", Severity.WARNING),
	/** A sentence is too long, or a page too hard. */
	W103("hard to read", Severity.WARNING),
	/** A page is too long. */
	W104("long page", Severity.WARNING),
	/** The law on a page was compared with its source too long ago. */
	W105("old source", Severity.WARNING),
	/** A number or an address is typed where the list of helplines should be. */
	W106("contact typed in a page", Severity.WARNING),
	/** A case is named without its neutral citation. */
	W107("case without citation", Severity.WARNING),
	/** Nearly the same questions come with every try. */
	W108("small pool", Severity.WARNING),
	/** A word that hurts people. */
	W109("stigmatising word", Severity.WARNING),
	/** The next review falls due soon. */
	W110("review due", Severity.WARNING),
	/** A module is in a folder but not in the catalogue. */
	W201("not in the catalogue", Severity.WARNING),
	/** A picture is not shown on any page. */
	W202("picture not shown", Severity.WARNING),
	/** A fact is on no sheet of facts. */
	W301("fact without a sheet", Severity.WARNING),
	/** A fact is allowed without a sheet, but without a reason or a need. */
	W302("allowed without need", Severity.WARNING);

	private final String title;

	private final Severity severity;

	Rule(String title) {
		this(title, Severity.ERROR);
	}

	Rule(String title, Severity severity) {
		this.title = title;
		this.severity = severity;
	}

	/**
	 * A few words about the rule, without anything from the package.
	 * @return words for a log
	 */
	public String title() {
		return this.title;
	}

	/**
	 * How much a finding weighs.
	 * @return the severity
	 */
	public Severity severity() {
		return this.severity;
	}

	/** How much a finding weighs. */
	public enum Severity {

		/** The package is broken; it is not offered. */
		ERROR,
		/** The package is sound, but needs a newer tool; it is not offered. */
		UNSUPPORTED,
		/** Worth a second look; the package is offered. */
		WARNING;

		/**
		 * Whether a package with such a finding is kept back.
		 * @return true unless it is only worth a look
		 */
		public boolean blocks() {
			return this != WARNING;
		}

	}

}
