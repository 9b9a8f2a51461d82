package com.humantraffickingexperts.lti.roster;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.humantraffickingexperts.lti.launch.claims.ContextRoles;
import com.humantraffickingexperts.lti.registration.PlatformFamily;

/**
 * A member as a platform lists one. Of what it shares only this is read: no e-mail
 * address, no picture, no number of the institution's.
 *
 * @param subject the platform's name for the person: the {@code sub} of a launch
 * @param name the name to show; null when it is not shared
 * @param roles the roles as they were sent
 * @param status the status
 * @param groups the platform's names for the person's groups
 */
record Listed(String subject, @Nullable String name, List<String> roles, Membership.Status status,
		List<String> groups) {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final int LONGEST = 255;

	ContextRoles standing() {
		return ContextRoles.of(this.roles);
	}

	/** The person is listed twice; what either entry says of roles and name holds. */
	Listed and(Listed other) {
		return new Listed(this.subject, (other.name != null) ? other.name : this.name, both(this.roles, other.roles),
				other.status, both(this.groups, other.groups));
	}

	private static List<String> both(List<String> one, List<String> other) {
		return Stream.concat(one.stream(), other.stream()).distinct().toList();
	}

	/**
	 * Reads a page of members.
	 * @param body what the platform answered
	 * @param family the platform's product
	 * @return the members; empty when this is no list of members
	 */
	static Optional<List<Listed>> page(byte[] body, PlatformFamily family) {
		if (family == PlatformFamily.SAKAI && new String(body, StandardCharsets.UTF_8).isBlank()) {
			// Sakai answers without a body where there is nobody to list.
			return Optional.of(List.of());
		}
		try {
			JsonNode members = JSON.readTree(body).path("members");
			return members.isArray() ? Optional.of(read(members)) : Optional.empty();
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

	private static List<Listed> read(JsonNode members) {
		List<Listed> listed = new ArrayList<>();
		for (JsonNode member : members) {
			String subject = id(member.path("user_id"));
			if (subject != null) {
				listed.add(new Listed(subject, name(member), roles(member.path("roles")),
						Membership.Status.of(member.path("status").stringValue(null)),
						groups(member.path("group_enrollments"))));
			}
		}
		return listed;
	}

	private static List<String> groups(JsonNode enrollments) {
		return enrollments.isArray()
				? enrollments.valueStream().map((one) -> id(one.path("group_id"))).flatMap(Stream::ofNullable).toList()
				: List.of();
	}

	/** Some platforms write what is an id as a number. */
	static @Nullable String id(JsonNode id) {
		String text = id.isIntegralNumber() ? id.asString() : id.stringValue(null);
		return (text == null || text.isBlank() || text.length() > LONGEST) ? null : text;
	}

	private static List<String> roles(JsonNode roles) {
		if (roles.isString()) {
			return List.of(roles.stringValue());
		}
		return roles.isArray() ? roles.valueStream().filter(JsonNode::isString).map(JsonNode::stringValue).toList()
				: List.of();
	}

	private static @Nullable String name(JsonNode member) {
		String whole = text(member.path("name"));
		if (whole != null) {
			return whole;
		}
		String parts = Stream.of("given_name", "family_name")
			.map((part) -> text(member.path(part)))
			.filter(Objects::nonNull)
			.collect(Collectors.joining(" "));
		return parts.isEmpty() ? null : cut(parts);
	}

	static @Nullable String text(JsonNode value) {
		String text = value.stringValue(null);
		return (text == null || text.isBlank()) ? null : cut(text.strip());
	}

	private static String cut(String text) {
		if (text.length() <= LONGEST) {
			return text;
		}
		return text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
	}

	/** Without what names the person. */
	@Override
	public String toString() {
		return "Listed[" + this.status + "]";
	}

}
