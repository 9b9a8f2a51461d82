package com.humantraffickingexperts.lti.console;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.registration.InstitutionId;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.Registration.UnknownDeployments;
import com.humantraffickingexperts.lti.registration.RegistrationDraft;
import com.humantraffickingexperts.lti.registration.RegistrationTerms;

/**
 * Reads the form for a registration by hand. What follows from the product and the
 * platform's own address need not be entered; what is entered all the same counts.
 */
@Component
class HandRegistration {

	private static final String SITE = "site";

	private static final String HOSTING = "hosting";

	private static final String NUMBER = "number";

	private static final String CLIENT_ID = "clientId";

	private final FormRules rules;

	HandRegistration(FormRules rules) {
		this.rules = rules;
	}

	/**
	 * What the form asks for.
	 * @return the draft, or null when the form says what is wrong
	 */
	@Nullable RegistrationDraft read(ConsoleForm form, @Nullable InstitutionId institution, PlatformFamily family) {
		String name = this.rules.required(form, "name", FormRules.LONGEST_NAME);
		String clientId = this.rules.required(form, CLIENT_ID, FormRules.LONGEST_NAME);
		deployments(form);
		PlatformAddresses known = known(form, family, clientId);
		if (known == null) {
			return null;
		}
		String issuer = issuer(form, known);
		URI authorization = address(form, "authorization", known.authorization());
		URI token = address(form, "token", known.token());
		URI keySet = (form.textOrNull("keySet") != null) ? this.rules.keySet(form, "keySet")
				: address(form, "keySet", known.keySet());
		String audience = entered(form, "audience", known.audience());
		Set<String> origins = new LinkedHashSet<>(known.origins());
		origins.addAll(this.rules.origins(form, "origins"));
		if (!form.right()) {
			return null;
		}
		return new RegistrationDraft(institution, Objects.requireNonNull(name), Objects.requireNonNull(issuer),
				Objects.requireNonNull(clientId), Objects.requireNonNull(authorization), Objects.requireNonNull(token),
				audience.isEmpty() ? null : audience, Objects.requireNonNull(keySet), Set.of(), origins,
				UnknownDeployments.ASK, false, family, RegistrationTerms.NONE, null, Set.of());
	}

	/** The deployments that are approved with the registration; often none yet. */
	Set<String> deployments(ConsoleForm form) {
		Set<String> deployments = new LinkedHashSet<>(form.all("deployments"));
		deployments.stream()
			.filter((deployment) -> deployment.length() > FormRules.LONGEST_NAME)
			.findFirst()
			.ifPresent((ignored) -> form.wrong("deployments", "console.problem.long", FormRules.LONGEST_NAME));
		return deployments;
	}

	private @Nullable PlatformAddresses known(ConsoleForm form, PlatformFamily family, @Nullable String clientId) {
		return switch (family) {
			case MOODLE -> {
				String site = this.rules.site(form, SITE);
				yield (site == null) ? null : PlatformAddresses.moodle(site);
			}
			case CANVAS -> canvas(form);
			case BLACKBOARD -> {
				String site = (form.textOrNull(SITE) == null) ? null : this.rules.site(form, SITE);
				yield (clientId == null) ? null : blackboard(form, clientId, site);
			}
			case BRIGHTSPACE -> {
				String site = this.rules.site(form, SITE);
				yield (site == null) ? null : PlatformAddresses.brightspace(site);
			}
			case SAKAI -> {
				String site = this.rules.site(form, SITE);
				String number = (form.textOrNull("token") == null) ? this.rules.required(form, NUMBER, 64)
						: form.text(NUMBER);
				if (number != null && !number.matches("[A-Za-z0-9_-]*")) {
					form.wrong(NUMBER, "console.problem.number");
				}
				yield (site == null || number == null) ? null : PlatformAddresses.sakai(site, number);
			}
			case GENERIC -> new PlatformAddresses("", "", "", "", "", Set.of());
		};
	}

	private @Nullable PlatformAddresses canvas(ConsoleForm form) {
		String hosting = form.text(HOSTING);
		if (!Set.of("production", "beta", "test", PlatformAddresses.SELF_HOSTED).contains(hosting)) {
			form.wrong(HOSTING, "console.problem.choose");
			return null;
		}
		boolean needed = PlatformAddresses.SELF_HOSTED.equals(hosting);
		String site = (needed || form.textOrNull(SITE) != null) ? this.rules.site(form, SITE) : null;
		return (needed && site == null) ? null : PlatformAddresses.canvas(hosting, site);
	}

	/** The client id becomes part of an address. */
	private static @Nullable PlatformAddresses blackboard(ConsoleForm form, String clientId, @Nullable String site) {
		if (!clientId.matches("[A-Za-z0-9-]+")) {
			form.wrong(CLIENT_ID, "console.problem.blackboard");
			return null;
		}
		return PlatformAddresses.blackboard(clientId, site);
	}

	/** The issuer is a name, which is compared byte for byte, and an address as well. */
	private @Nullable String issuer(ConsoleForm form, PlatformAddresses known) {
		String issuer = known.issuer();
		if (issuer.isEmpty() || form.textOrNull("issuer") != null) {
			issuer = this.rules.required(form, "issuer", FormRules.LONGEST_ADDRESS);
		}
		return (issuer == null || this.rules.address(form, "issuer", issuer) == null) ? null : issuer;
	}

	private @Nullable URI address(ConsoleForm form, String field, String known) {
		return (known.isEmpty() || form.textOrNull(field) != null) ? this.rules.address(form, field)
				: this.rules.address(form, field, known);
	}

	private String entered(ConsoleForm form, String field, String known) {
		return Objects.requireNonNullElse(this.rules.optional(form, field, FormRules.LONGEST_ADDRESS), known);
	}

}
