package com.humantraffickingexperts.lti.console;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.registration.GivenKey;
import com.humantraffickingexperts.lti.registration.RegistrationDraft;
import com.humantraffickingexperts.lti.registration.RegistrationTerms;

/** A registration as the audit log writes it down, field by field. */
final class AuditedFields {

	private AuditedFields() {
	}

	static Map<String, String> of(RegistrationDraft draft) {
		RegistrationTerms terms = draft.terms();
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("name", draft.name());
		put(fields, "institution", draft.institution());
		fields.put("issuer", draft.issuer());
		fields.put("client id", draft.clientId());
		put(fields, "authorization endpoint", draft.authorizationEndpoint());
		put(fields, "token endpoint", draft.tokenEndpoint());
		put(fields, "token audience", draft.tokenAudience());
		put(fields, "key set", GivenKey.named(draft.jwksUri()));
		put(fields, "trusted audiences", draft.trustedAudiences());
		put(fields, "further origins", draft.serviceOrigins());
		put(fields, "unknown deployments", draft.unknownDeployments());
		put(fields, "anonymous previews", draft.anonymousAllowed());
		put(fields, "product", draft.family());
		put(fields, "valid from", terms.validFrom());
		put(fields, "valid until", terms.validUntil());
		put(fields, "seats", terms.seats());
		put(fields, "modules", terms.modules());
		put(fields, "drafts", terms.drafts());
		put(fields, "pseudonymous", terms.pseudonymous());
		put(fields, "notes", draft.notes());
		return fields;
	}

	private static void put(Map<String, String> fields, String name, @Nullable Object value) {
		fields.put(name, switch (value) {
			case null -> "";
			case Collection<?> several ->
				String.join(", ", new TreeSet<>(several.stream().map(Objects::toString).toList()));
			case Instant instant -> instant.toString();
			default -> value.toString();
		});
	}

}
