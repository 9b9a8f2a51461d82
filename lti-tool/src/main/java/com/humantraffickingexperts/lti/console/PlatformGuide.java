package com.humantraffickingexperts.lti.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.console.RegistrationWay.Copyable;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.web.ToolAddress;

/**
 * What each product asks for when a tool is registered by hand, in the product's own
 * words, and which switches matter there.
 */
@Component
class PlatformGuide {

	private static final String LINK_HISTORY = "resource_link_history=$ResourceLink.id.history";

	private static final String COURSE_HISTORY = "context_history=$Context.id.history";

	private static final String GRADES = "https://purl.imsglobal.org/spec/lti-ags/scope/";

	private static final List<String> SCOPES = List.of(GRADES + "score", GRADES + "lineitem",
			GRADES + "lineitem.readonly", GRADES + "result.readonly",
			"https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly");

	private final ToolAddress address;

	private final MessageSource messages;

	PlatformGuide(ToolAddress address, MessageSource messages) {
		this.address = address;
		this.messages = messages;
	}

	/** The exact texts, in the order of the product's form. */
	List<Copyable> given(PlatformFamily family) {
		String launch = url("/lti/launch");
		Stream<Given> fields = switch (family) {
			case MOODLE -> Stream.of(new Given("toolUrl", launch), new Given("keySet", url("/lti/jwks.json")),
					new Given("login", url("/lti/login")), new Given("redirect", launch),
					new Given("custom", COURSE_HISTORY), new Given("selection", launch),
					new Given("icon", url("/lti/icon.svg")));
			case CANVAS -> Stream.of(new Given("redirect", launch), new Given("target", launch),
					new Given("login", url("/lti/login")), new Given("keySet", url("/lti/jwks.json")),
					new Given("domain", domain()), new Given("custom", LINK_HISTORY),
					new Given("custom2", COURSE_HISTORY), new Given("icon", url("/lti/icon.svg")));
			case BLACKBOARD -> Stream.of(new Given("domain", domain()), new Given("login", url("/lti/login")),
					new Given("redirect", launch), new Given("keySet", url("/lti/jwks.json")),
					new Given("custom", LINK_HISTORY), new Given("custom2", COURSE_HISTORY),
					new Given("target", launch), new Given("icon", url("/lti/icon.svg")));
			case BRIGHTSPACE -> Stream.of(new Given("domain", this.address.origin()), new Given("redirect", launch),
					new Given("login", url("/lti/login")), new Given("target", launch),
					new Given("keySet", url("/lti/jwks.json")), new Given("custom", LINK_HISTORY),
					new Given("custom2", COURSE_HISTORY));
			case SAKAI -> Stream.of(new Given("target", launch), new Given("login", url("/lti/login")),
					new Given("redirect", launch), new Given("keySet", url("/lti/jwks.json")),
					new Given("custom", LINK_HISTORY), new Given("custom2", COURSE_HISTORY));
			case GENERIC -> generic(launch);
		};
		return fields.map((given) -> new Copyable("console.give." + family + "." + given.field(), given.value()))
			.toList();
	}

	private Stream<Given> generic(String launch) {
		List<Given> fields = new ArrayList<>(List.of(new Given("login", url("/lti/login")),
				new Given("redirect", launch), new Given("target", launch), new Given("selection", launch),
				new Given("keySet", url("/lti/jwks.json")), new Given("domain", domain()),
				new Given("custom", LINK_HISTORY), new Given("custom2", COURSE_HISTORY),
				new Given("icon", url("/lti/icon.svg"))));
		IntStream.range(0, SCOPES.size())
			.forEach((number) -> fields.add(new Given("scope" + (number + 1), SCOPES.get(number))));
		return fields.stream();
	}

	/** The switches: the keys of sentences, as many as there are. */
	List<String> choices(PlatformFamily family) {
		Locale locale = LocaleContextHolder.getLocale();
		return IntStream.rangeClosed(1, 9)
			.mapToObj((number) -> "console.choose." + family + "." + number)
			.takeWhile((key) -> this.messages.getMessage(key, null, "", locale) instanceof String words
					&& !words.isEmpty())
			.toList();
	}

	/** The part of the documentation that shows this product's pages one by one. */
	String documentation(PlatformFamily family) {
		return switch (family) {
			case GENERIC -> HelpController.PATH + "/platforms#any-other-lms-by-hand";
			default -> HelpController.PATH + "/" + family.name().toLowerCase(Locale.ROOT) + "#register-by-hand";
		};
	}

	String trail() {
		return String.valueOf(this.messages.getMessage("console.register", null, "", LocaleContextHolder.getLocale()));
	}

	private String url(String path) {
		return this.address.url(path).toString();
	}

	private String domain() {
		return this.address.baseUrl().getAuthority();
	}

	/** A field of the product's form, and what belongs into it. */
	private record Given(String field, String value) {
	}

}
