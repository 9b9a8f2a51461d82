package com.humantraffickingexperts.lti.console;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.apache.hc.client5.http.psl.PublicSuffixMatcher;
import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.registration.GivenKey;
import com.humantraffickingexperts.lti.registration.Origin;

/** What addresses and names of a platform have to look like. */
@Component
class FormRules {

	static final int LONGEST_ADDRESS = 1000;

	static final int LONGEST_NAME = 255;

	private static final String STAR = "://*.";

	private static final PublicSuffixMatcher SUFFIXES = PublicSuffixMatcherLoader.getDefault();

	private final boolean plainHttp;

	/** Platforms over plain http can be called only where a laboratory allows it. */
	FormRules(@Value("${htmse.network.allow-private-addresses:false}") boolean plainHttp) {
		this.plainHttp = plainHttp;
	}

	/** A text that has to be there. */
	@Nullable String required(ConsoleForm form, String field, int longest) {
		String text = form.textOrNull(field);
		if (text == null) {
			form.wrong(field, "console.problem.required");
			return null;
		}
		return within(form, field, text, longest);
	}

	@Nullable String optional(ConsoleForm form, String field, int longest) {
		String text = form.textOrNull(field);
		return (text == null) ? null : within(form, field, text, longest);
	}

	private static @Nullable String within(ConsoleForm form, String field, String text, int longest) {
		if (text.length() > longest) {
			form.wrong(field, "console.problem.long", longest);
			return null;
		}
		if (text.chars().anyMatch(Character::isISOControl)) {
			form.wrong(field, "console.problem.control");
			return null;
		}
		return text;
	}

	/** An address that the tool calls or sends people to. */
	@Nullable URI address(ConsoleForm form, String field) {
		String text = required(form, field, LONGEST_ADDRESS);
		return (text == null) ? null : address(form, field, text);
	}

	/** The same, of a text that was worked out from another field. */
	@Nullable URI address(ConsoleForm form, String field, String text) {
		URI address = parsed(text);
		if (address == null || address.getHost() == null || address.getScheme() == null) {
			form.wrong(field, "console.problem.address");
			return null;
		}
		String scheme = address.getScheme().toLowerCase(Locale.ROOT);
		if (!"https".equals(scheme) && !(this.plainHttp && "http".equals(scheme))) {
			form.wrong(field, "console.problem.https");
			return null;
		}
		if (address.getRawFragment() != null || address.getRawUserInfo() != null) {
			form.wrong(field, "console.problem.fragment");
			return null;
		}
		return address;
	}

	/**
	 * The address of a key set, or a key itself. One that does not fit may be a private
	 * key, so it is not shown again.
	 */
	@Nullable URI keySet(ConsoleForm form, String field) {
		String text = form.textOrNull(field);
		if (!GivenKey.isMeant(text)) {
			return address(form, field);
		}
		Optional<URI> given = GivenKey.address(Objects.requireNonNull(text));
		if (given.isEmpty()) {
			form.wrong(field, "console.problem.key");
			form.forget(field);
		}
		return given.orElse(null);
	}

	/** The address of a site, without anything after its path. */
	@Nullable String site(ConsoleForm form, String field) {
		URI address = address(form, field);
		if (address == null) {
			return null;
		}
		String text = address.toString();
		if (address.getRawQuery() != null) {
			form.wrong(field, "console.problem.site");
			return null;
		}
		return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
	}

	/** Origins, one on each line. A star may stand for the names below a domain. */
	Set<String> origins(ConsoleForm form, String field) {
		Set<String> origins = new LinkedHashSet<>();
		for (String line : form.all(field)) {
			URI address = parsed(line.replace(STAR, "://any."));
			String origin = (address == null) ? null : Origin.of(address);
			boolean allowed = origin != null && (origin.startsWith("https://") || this.plainHttp);
			if (address == null || !allowed || !bare(address) || publicSuffix(line)) {
				form.wrong(field, "console.problem.origin", line);
			}
			else {
				origins.add(line.contains(STAR) ? line : origin);
			}
		}
		return origins;
	}

	private static boolean bare(URI address) {
		return (address.getRawPath().isEmpty() || "/".equals(address.getRawPath())) && address.getRawQuery() == null
				&& address.getRawFragment() == null && address.getRawUserInfo() == null;
	}

	/** {@code https://*.ac.uk} would trust every college of a country. */
	private static boolean publicSuffix(String line) {
		int star = line.indexOf(STAR);
		return star >= 0 && SUFFIXES.getDomainRoot(line.substring(star + STAR.length())) == null;
	}

	private static @Nullable URI parsed(String text) {
		try {
			return URI.create(text);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
