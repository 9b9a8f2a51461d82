package com.humantraffickingexperts.lti.conformance;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Applies the mutations of a case to a draft: the grammar of
 * {@code conformance/baselines.json}. A word that it does not know is an error, so that
 * no case passes because part of it was not understood.
 */
final class Mutations {

	private Mutations() {
	}

	static Draft draft(Case played) {
		Draft draft = Draft.of(played.base());
		played.given().path("login_param").properties().forEach((param) -> {
			if (param.getValue().isString()) {
				draft.param(param.getKey(), param.getValue().stringValue());
			}
			else {
				draft.param(param.getKey(), Json.write(param.getValue()));
			}
		});
		for (JsonNode mutation : played.mutations()) {
			apply(draft, mutation, played.login());
		}
		follow(draft, played);
		return draft;
	}

	/**
	 * A platform begins its login with the address and the deployment that it will sign.
	 */
	private static void follow(Draft draft, Case played) {
		JsonNode target = draft.payload.path(Draft.CLAIM + "target_link_uri");
		if (!played.login() && target.isString() && !played.given().path("login_param").has("target_link_uri")
				&& played.accepted()) {
			draft.param("target_link_uri", target.stringValue());
		}
		JsonNode deployment = draft.payload.path(Draft.CLAIM + "deployment_id");
		if (!played.login() && !deployment.isMissingNode()) {
			draft.param("lti_deployment_id", Symbols.text(deployment));
		}
	}

	private static void apply(Draft draft, JsonNode mutation, boolean login) {
		String kind = mutation.propertyNames().iterator().next();
		switch (kind) {
			case "claim" -> change(draft.payload, mutation.path("claim").stringValue(), mutation);
			case "header" -> header(draft, mutation);
			case "param" -> {
				if (login) {
					loginParameter(draft, mutation);
				}
				else {
					launchParameter(draft, mutation);
				}
			}
			case "http" -> http(login ? draft.loginHttp : draft.launchHttp, mutation.path("http"));
			case "raw_body" -> draft.loginHttp.rawBody = mutation.path("raw_body").stringValue();
			case "payload" -> payload(draft, mutation.path("payload"));
			case "raw_payload" -> draft.rawPayload = mutation.path("raw_payload").stringValue();
			case "raw_header" -> draft.rawHeader = mutation.path("raw_header").stringValue();
			case "header_object" -> {
				draft.header.removeAll();
				draft.header.put("alg", "RS256").setAll((ObjectNode) mutation.path("header_object"));
			}
			case "sign" -> sign(draft, mutation);
			case "signature" -> draft.signature = mutation.path("signature").stringValue();
			case "tamper" -> draft.tampered = mutation.path("tamper").stringValue();
			default -> throw new IllegalArgumentException("unknown mutation " + kind);
		}
	}

	private static void header(Draft draft, JsonNode mutation) {
		change(draft.header, mutation.path("header").stringValue(), mutation);
		if ("<attacker jwk>".equals(draft.header.path("jwk").stringValue(""))) {
			draft.header.set("jwk", Keys.published("attacker", "k1"));
		}
	}

	private static void change(ObjectNode object, String name, JsonNode mutation) {
		if (mutation.has("path")) {
			ObjectNode within = mutation.deepCopy().asObject();
			within.remove("path");
			change(object.path(name).asObject(), mutation.path("path").stringValue(), within);
			return;
		}
		String operation = mutation.path("op").stringValue();
		switch (operation) {
			case "remove" -> object.remove(name);
			case "set" -> object.set(name, mutation.path("value"));
			default -> throw new IllegalArgumentException("unknown operation " + operation);
		}
	}

	private static void loginParameter(Draft draft, JsonNode mutation) {
		String name = mutation.path("param").stringValue();
		JsonNode value = mutation.path("value");
		switch (mutation.path("op").stringValue()) {
			case "remove" -> draft.param(name, null);
			case "set" -> draft.param(name, Symbols.text(value));
			case "duplicate" -> {
				List<String> values = new ArrayList<>();
				value.forEach((one) -> values.add(one.stringValue()));
				draft.login.put(name, values);
			}
			case "rename" -> {
				List<String> values = draft.login.remove(name);
				draft.login.put(value.stringValue(), (values == null) ? List.of() : values);
			}
			default -> throw new IllegalArgumentException("unknown operation " + mutation);
		}
	}

	private static void launchParameter(Draft draft, JsonNode mutation) {
		String name = mutation.path("param").stringValue();
		switch (mutation.path("op").stringValue()) {
			case "remove" -> draft.form.put(name, null);
			case "set" -> draft.form.put(name, Symbols.text(mutation.path("value")));
			case "mutate" -> draft.form.put(name, "<mutated>");
			default -> throw new IllegalArgumentException("unknown operation " + mutation);
		}
	}

	private static void http(Draft.Http http, JsonNode wanted) {
		wanted.properties().forEach((member) -> {
			switch (member.getKey()) {
				case "method" -> http.method = member.getValue().stringValue();
				case "path" -> http.path = member.getValue().stringValue();
				case "headers" -> member.getValue()
					.properties()
					.forEach((header) -> http.headers.put(header.getKey(), header.getValue().stringValue()));
				case "query" -> {
					// the same fields travel in the query, as always with GET
				}
				default -> throw new IllegalArgumentException("unknown member of http " + member.getKey());
			}
		});
	}

	private static void payload(Draft draft, JsonNode payload) {
		if (payload.isObject()) {
			draft.payload.removeAll();
			draft.payload.setAll((ObjectNode) payload);
		}
		else {
			draft.rawPayload = payload.stringValue();
		}
	}

	private static void sign(Draft draft, JsonNode mutation) {
		JsonNode sign = mutation.path("sign");
		if (sign.isObject()) {
			draft.hmacKey = sign.path("hmac").stringValue();
		}
		else if (sign.stringValue().equals("clone.k9")) {
			draft.signer = "clone.k9";
			draft.header.put("kid", "k9");
		}
		else {
			draft.signer = sign.stringValue();
		}
		if (mutation.has("kid")) {
			draft.header.put("kid", mutation.path("kid").stringValue());
		}
	}

}
