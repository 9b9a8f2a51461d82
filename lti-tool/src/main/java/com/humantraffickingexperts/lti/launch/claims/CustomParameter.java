package com.humantraffickingexperts.lti.launch.claims;

/**
 * The custom parameters that the tool knows. It puts them into the links that it places,
 * and the platform sends them back with each launch.
 *
 * @see <a href=
 * "https://www.imsglobal.org/spec/lti/v1p3/#custom-properties-and-variable-substitution">LTI
 * Core 1.3, custom properties and variables</a>
 */
public final class CustomParameter {

	/** The id of the module that a link opens. */
	public static final String MODULE = "module";

	/** Whether the tool may make a line item for a link. */
	public static final String GRADE = "grade";

	/** The value of {@link #GRADE} for a link that was placed without a grade. */
	public static final String NO_GRADE = "none";

	/** The links of which a link is a copy: {@link #LINK_HISTORY_VARIABLE}. */
	public static final String LINK_HISTORY = "resource_link_history";

	/** What the platform replaces by the ids of those links. */
	public static final String LINK_HISTORY_VARIABLE = "$ResourceLink.id.history";

	/** The contexts of which a context is a copy: {@link #CONTEXT_HISTORY_VARIABLE}. */
	public static final String CONTEXT_HISTORY = "context_history";

	/** What the platform replaces by the ids of those contexts. */
	public static final String CONTEXT_HISTORY_VARIABLE = "$Context.id.history";

	private CustomParameter() {
	}

}
