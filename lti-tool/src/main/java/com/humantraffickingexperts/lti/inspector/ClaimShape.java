package com.humantraffickingexperts.lti.inspector;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.launch.claims.MessageType;
import com.humantraffickingexperts.lti.registration.Origin;
import com.humantraffickingexperts.lti.registration.PlatformFamily;

/**
 * What a technical value looks like. A value of another look is masked, however technical
 * its claim: nobody knows what a platform put there.
 */
enum ClaimShape {

	/** Seconds since 1970. */
	TIME,
	/** A number. */
	NUMBER,
	/** True or false. */
	TRUTH,
	/** A type of message that a specification names. */
	MESSAGE,
	/** A version. */
	VERSION,
	/** A role, or a type of context, of the vocabulary of LIS. */
	ROLE,
	/** A service scope. */
	SCOPE,
	/** A language tag. */
	LOCALE,
	/** Where content is shown. */
	TARGET,
	/** A type of content item. */
	CONTENT,
	/** A product. */
	PRODUCT,
	/** The id of a module. */
	MODULE,
	/** A name that a platform gives to a thing. */
	IDENTIFIER,
	/** An address, of which the query is left out. */
	ADDRESS,
	/** An address of which only the origin is shown. */
	ORIGIN;

	private static final Set<String> MESSAGES = Set.of("LtiSubmissionReviewRequest", "LtiDataPrivacyLaunchRequest",
			"LtiStartProctoring", "LtiEndAssessment", "LtiContextLaunchRequest", "LtiAssetProcessorSettingsRequest",
			"LtiReportReviewRequest", "LtiEulaRequest", "ContentItemSelectionRequest", "basic-lti-launch-request");

	private static final Set<String> ROLES = Set.of("Administrator", "ContentDeveloper", "Instructor", "Learner",
			"Mentor", "Manager", "Member", "Officer", "Student", "Staff", "Faculty", "Alumni", "Guest", "Observer",
			"Other", "None", "ProspectiveStudent", "AccountAdmin", "Creator", "SysAdmin", "SysSupport", "User",
			"TestUser", "TeachingAssistant", "GuestInstructor", "Lecturer", "PrimaryInstructor", "SecondaryInstructor",
			"ExternalInstructor", "Grader", "GuestLearner", "NonCreditLearner", "ExternalLearner", "Support",
			"Developer", "CourseOffering", "CourseSection", "CourseTemplate", "Group");

	private static final Set<String> TARGETS = Set.of("iframe", "frame", "window", "embed", "popup", "overlay", "none");

	private static final Set<String> CONTENT_TYPES = Set.of("link", "ltiResourceLink", "file", "html", "image",
			"ltiAssetProcessor", "ltiLink");

	private static final Pattern VOCABULARY = Pattern
		.compile("(?:http://purl\\.imsglobal\\.org/vocab/(?:lis/v[12](?:p1)?|lti)/"
				+ "(?:membership|system/person|institution/person|course)(?:/([A-Za-z]{1,30}))?#)?([A-Za-z]{1,30})");

	private static final Pattern SCOPE_NAME = Pattern
		.compile("https://(purl\\.imsglobal\\.org|canvas\\.instructure\\.com)/[a-z0-9/_.-]{1,120}");

	private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}([-_][A-Za-z]{2,4}){0,2}");

	private static final Pattern NUMBERS = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,12}){0,5}");

	private static final Pattern MODULE_ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

	private static final Pattern OPAQUE = Pattern.compile("(?=.*[0-9])[A-Za-z0-9:._/+=-]{1,255}");

	/** A custom parameter that the platform did not fill in. */
	private static final Pattern VARIABLE = Pattern.compile("\\$[A-Z][A-Za-z]{1,30}(\\.[A-Za-z]{1,30}){1,4}");

	/**
	 * How a value is shown.
	 * @param value a single value
	 * @param known the names that the registration itself has
	 * @return the text to show; null when the value has another look
	 */
	@Nullable String shown(@Nullable Object value, Set<String> known) {
		return switch (this) {
			case TIME -> (value instanceof Number number) ? time(number) : null;
			case NUMBER ->
				when(value instanceof Number || (value instanceof String text && NUMBERS.matcher(text).matches()),
						String.valueOf(value));
			case TRUTH ->
				when(value instanceof Boolean || "true".equals(value) || "false".equals(value), String.valueOf(value));
			default -> (value instanceof String text) ? shown(text, known) : null;
		};
	}

	private @Nullable String shown(String text, Set<String> known) {
		return switch (this) {
			case MESSAGE -> when(MessageType.of(text).isPresent() || MESSAGES.contains(text), text);
			case VERSION -> when(NUMBERS.matcher(text).matches() || "cloud".equals(text), text);
			case ROLE -> role(text);
			case SCOPE -> when(SCOPE_NAME.matcher(text).matches(), text);
			case LOCALE -> when(LANGUAGE.matcher(text).matches(), text);
			case TARGET -> listed(text, TARGETS);
			case CONTENT -> when(CONTENT_TYPES.contains(text), text);
			case PRODUCT -> when(PlatformFamily.ofCode(text) != PlatformFamily.GENERIC || "sandbox".equals(text), text);
			case MODULE -> when(MODULE_ID.matcher(text).matches(), text);
			case IDENTIFIER -> when(known.contains(text) || OPAQUE.matcher(text).matches(), text);
			case ADDRESS -> known.contains(text) ? text : address(text);
			case ORIGIN -> origin(text);
			default -> null;
		};
	}

	/** A variable that the platform should have replaced, whatever the parameter. */
	static @Nullable String variable(@Nullable Object value) {
		return (value instanceof String text && VARIABLE.matcher(text).matches()) ? text : null;
	}

	private static @Nullable String when(boolean fits, String text) {
		return fits ? text : null;
	}

	private static @Nullable String role(String text) {
		Matcher matcher = VOCABULARY.matcher(text);
		return when(matcher.matches() && ROLES.contains(matcher.group(2))
				&& (matcher.group(1) == null || ROLES.contains(matcher.group(1))), text);
	}

	/** Brightspace lists targets in one text. */
	private static @Nullable String listed(String text, Set<String> words) {
		return Arrays.stream(text.split(",", -1)).map(String::strip).allMatch(words::contains)
				? Arrays.stream(text.split(",", -1)).map(String::strip).collect(Collectors.joining(", ")) : null;
	}

	private static @Nullable String time(Number number) {
		double seconds = number.doubleValue();
		return (seconds >= 0 && seconds < 1e11) ? Instant.ofEpochSecond((long) seconds).toString() : null;
	}

	private static @Nullable String address(String text) {
		String origin = origin(text);
		if (origin == null) {
			return null;
		}
		URI address = URI.create(text);
		String path = (address.getRawPath() == null) ? "" : address.getRawPath();
		return (path.length() <= 300 && path.matches("[A-Za-z0-9:._~/+=-]*"))
				? origin + path + ((address.getRawQuery() == null) ? "" : "?…") : origin + "/…";
	}

	private static @Nullable String origin(String text) {
		try {
			URI address = URI.create(text);
			return (address.getRawUserInfo() == null) ? Origin.of(address) : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
