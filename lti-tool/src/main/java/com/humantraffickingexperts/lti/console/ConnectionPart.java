package com.humantraffickingexperts.lti.console;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.registration.GivenKey;
import com.humantraffickingexperts.lti.registration.ManagedRegistration;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.Registration;
import com.humantraffickingexperts.lti.registration.Registration.UnknownDeployments;
import com.humantraffickingexperts.lti.registration.RegistrationDraft;

/** Where the platform is reached, and what it may do. */
@Component
class ConnectionPart implements EditPart {

	private static final String AUTHORIZATION = "authorization";

	private static final String TOKEN = "token";

	private static final String AUDIENCE = "audience";

	private static final String KEY_SET = "keySet";

	private static final String AUDIENCES = "audiences";

	private static final String ORIGINS = "origins";

	private static final String UNKNOWN = "unknown";

	private static final String ANONYMOUS = "anonymous";

	private static final String FAMILY = "family";

	private final FormRules rules;

	ConnectionPart(FormRules rules) {
		this.rules = rules;
	}

	@Override
	public String name() {
		return "connection";
	}

	@Override
	public boolean operatorsOnly() {
		return false;
	}

	@Override
	public Map<String, Object> model(ManagedRegistration managed) {
		return Map.of("families", PlatformFamily.values(), "policies", UnknownDeployments.values());
	}

	@Override
	public ConsoleForm filled(ManagedRegistration managed) {
		Registration r = managed.registration();
		boolean usual = r.tokenAudience().equals(r.tokenEndpoint().toString());
		return ConsoleForm.empty()
			.put(AUTHORIZATION, r.authorizationEndpoint().toString())
			.put(TOKEN, r.tokenEndpoint().toString())
			.put(AUDIENCE, usual ? null : r.tokenAudience())
			.put(KEY_SET, GivenKey.entered(r.jwksUri()))
			.put(AUDIENCES, lines(r.trustedAudiences()))
			.put(ORIGINS, lines(r.serviceOrigins()))
			.put(UNKNOWN, r.unknownDeployments().name())
			.put(ANONYMOUS, r.anonymousAllowed() ? "true" : null)
			.put(FAMILY, (r.family() == null) ? null : r.family().name());
	}

	private static @Nullable String lines(Set<String> values) {
		return values.isEmpty() ? null : String.join("\n", new TreeSet<>(values));
	}

	@Override
	public @Nullable RegistrationDraft read(ConsoleForm form, RegistrationDraft current) {
		URI authorization = this.rules.address(form, AUTHORIZATION);
		URI token = this.rules.address(form, TOKEN);
		URI keySet = this.rules.keySet(form, KEY_SET);
		String audience = this.rules.optional(form, AUDIENCE, FormRules.LONGEST_ADDRESS);
		Set<String> origins = this.rules.origins(form, ORIGINS);
		Set<String> audiences = new LinkedHashSet<>(form.all(AUDIENCES));
		UnknownDeployments unknown = Choices.of(UnknownDeployments.values(), form.text(UNKNOWN));
		if (unknown == null) {
			form.wrong(UNKNOWN, "console.problem.choose");
		}
		if (authorization == null || token == null || keySet == null || unknown == null || !form.right()) {
			return null;
		}
		return Drafts.with(current, new Drafts.Connection(authorization, token, audience, keySet, audiences, origins,
				unknown, form.ticked(ANONYMOUS), Choices.of(PlatformFamily.values(), form.text(FAMILY))));
	}

}
