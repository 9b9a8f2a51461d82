package com.humantraffickingexperts.lti.launch.claims;

import java.util.List;
import java.util.Set;

/**
 * Decides what a person may do from the {@code roles} claim. Only context roles count,
 * compared exactly; institution and system roles give nothing.
 *
 * @param standing what the person may do
 * @param testUser whether the platform marks the person as a test user
 * @see <a href="https://www.imsglobal.org/spec/lti/v1p3/#role-vocabularies">LTI Core 1.3,
 * role vocabularies</a>
 */
public record ContextRoles(Standing standing, boolean testUser) {

	private static final String CONTEXT_ROLE = "http://purl.imsglobal.org/vocab/lis/v2/membership#";

	private static final String INSTRUCTOR_ROLE = "http://purl.imsglobal.org/vocab/lis/v2/membership/Instructor#";

	/** Sakai's spelling of the same. */
	private static final String INSTRUCTOR_ROLE_OF_SAKAI = CONTEXT_ROLE + "Instructor#";

	private static final String LEARNER_ROLE = "http://purl.imsglobal.org/vocab/lis/v2/membership/Learner#";

	private static final String TEST_USER = "http://purl.imsglobal.org/vocab/lti/system/person#TestUser";

	private static final Set<String> TEACHING = Set.of("Instructor", "ContentDeveloper", "Administrator");

	private static final Set<String> ASSISTING = Set.of("TeachingAssistant", "TeachingAssistantGroup",
			"TeachingAssistantOffering", "TeachingAssistantSection", "TeachingAssistantSectionAssociation",
			"TeachingAssistantTemplate", "Grader");

	private static final Set<String> INSTRUCTING = Set.of("ExternalInstructor", "GuestInstructor", "Lecturer",
			"PrimaryInstructor", "SecondaryInstructor");

	/**
	 * Decides from roles as a platform sent them, in a launch or in a list of members.
	 * @param roles the roles; unknown ones give nothing
	 * @return what the person may do
	 */
	public static ContextRoles of(List<String> roles) {
		boolean teaches = false;
		boolean assists = false;
		boolean instructs = false;
		boolean learns = false;
		for (String sent : roles) {
			String role = sent.startsWith(INSTRUCTOR_ROLE_OF_SAKAI)
					? INSTRUCTOR_ROLE + sent.substring(INSTRUCTOR_ROLE_OF_SAKAI.length()) : sent;
			String name = role.startsWith(CONTEXT_ROLE) ? role.substring(CONTEXT_ROLE.length()) : role;
			teaches |= TEACHING.contains(name);
			learns |= "Learner".equals(name) || role.startsWith(LEARNER_ROLE);
			if (role.startsWith(INSTRUCTOR_ROLE)) {
				assists |= ASSISTING.contains(role.substring(INSTRUCTOR_ROLE.length()));
				instructs |= INSTRUCTING.contains(role.substring(INSTRUCTOR_ROLE.length()));
			}
		}
		return new ContextRoles(standing(teaches, assists, instructs, learns), roles.contains(TEST_USER));
	}

	/**
	 * A platform sends the principal role beside a sub-role, so an assistant has both:
	 * the sub-role decides.
	 */
	private static Standing standing(boolean teaches, boolean assists, boolean instructs, boolean learns) {
		if (instructs || (teaches && !assists)) {
			return Standing.INSTRUCTOR;
		}
		if (assists) {
			return Standing.ASSISTANT;
		}
		return learns ? Standing.LEARNER : Standing.VIEWER;
	}

}
