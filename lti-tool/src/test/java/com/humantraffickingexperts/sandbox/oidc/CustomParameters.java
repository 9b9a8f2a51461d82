package com.humantraffickingexperts.sandbox.oidc;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.sandbox.ags.Gradebook;
import com.humantraffickingexperts.sandbox.course.PlacedLink;
import com.humantraffickingexperts.sandbox.manners.CurrentManners;
import com.humantraffickingexperts.sandbox.manners.Manners;
import com.humantraffickingexperts.sandbox.manners.PlatformIds;
import com.humantraffickingexperts.sandbox.manners.ServiceAddresses;

/**
 * Fills the <a href="https://www.imsglobal.org/spec/lti/v1p3/#customproperty">custom
 * variables</a> of a launch. A variable that is not known stays as it was written.
 */
@Component
class CustomParameters {

	private final CurrentManners manners;

	private final PlatformIds ids;

	private final ServiceAddresses addresses;

	private final Gradebook gradebook;

	CustomParameters(CurrentManners manners, PlatformIds ids, ServiceAddresses addresses, Gradebook gradebook) {
		this.manners = manners;
		this.ids = ids;
		this.addresses = addresses;
		this.gradebook = gradebook;
	}

	Map<String, @Nullable Object> of(Launch launch) {
		Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
		fill(parameters, launch.registration().custom(), launch);
		PlacedLink link = launch.link();
		if (link != null) {
			fill(parameters, link.custom(), launch);
		}
		if (this.manners.are(Manners.MOODLE)) {
			parameters.put("context_memberships_url", this.addresses.memberships(launch.course()));
		}
		return parameters;
	}

	private void fill(Map<String, @Nullable Object> parameters, Map<String, String> templates, Launch launch) {
		templates.forEach((name, template) -> {
			String value = value(template, launch);
			parameters.put(name, value);
			String lowered = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_");
			if (this.manners.are(Manners.MOODLE) && !lowered.equals(name)) {
				parameters.put(lowered, value);
			}
		});
	}

	private @Nullable String value(String template, Launch launch) {
		if (!template.startsWith("$")) {
			return template;
		}
		if (this.manners.are(Manners.MOODLE) && launch.link() == null && template.startsWith("$ResourceLink.")
				&& isKnownToMoodle(template)) {
			return null;
		}
		return resolve(template, launch).orElse(template);
	}

	private static boolean isKnownToMoodle(String variable) {
		return !variable.contains("history") && !variable.contains("submission") && !variable.contains("available");
	}

	private Optional<String> resolve(String variable, Launch launch) {
		var person = launch.person();
		var course = launch.course();
		return switch (variable) {
			case "$User.id" -> Optional.of(this.ids.subject(person));
			case "$User.username" -> Optional.of(person.username());
			case "$Person.name.full" -> Optional.of(person.name());
			case "$Person.name.given" -> Optional.of(person.givenName());
			case "$Person.name.family" -> Optional.of(person.familyName());
			case "$Person.email.primary" -> Optional.of(person.email());
			case "$Person.sourcedId" ->
				this.manners.are(Manners.CANVAS) ? Optional.empty() : Optional.of(person.sourcedId());
			case "$Context.id" -> Optional.of(this.ids.context(course));
			case "$Context.title", "$CourseSection.title" -> Optional.of(course.title());
			case "$Context.label", "$CourseSection.label" -> Optional.of(course.label());
			case "$CourseSection.sourcedId" ->
				this.manners.are(Manners.CANVAS) ? Optional.empty() : Optional.of(course.id());
			case "$Context.id.history" -> Optional.of("");
			case "$Context.memberships.url", "$ToolProxyBinding.memberships.url" ->
				this.manners.are(Manners.MOODLE) ? Optional.empty() : Optional.of(this.addresses.memberships(course));
			case "$LineItems.url" -> Optional.of(this.addresses.lineItems(course));
			case "$LineItem.url" -> Optional.of(lineItem(launch));
			case "$Membership.role" -> Optional.of(person.isStudent() ? "Learner" : "Instructor");
			default -> variable.startsWith("$ResourceLink.") ? ofLink(variable, launch.link()) : Optional.empty();
		};
	}

	private String lineItem(Launch launch) {
		PlacedLink link = launch.link();
		return (link == null) ? ""
				: this.gradebook.ofLink(link).map((item) -> this.addresses.lineItem(launch.course(), item)).orElse("");
	}

	private Optional<String> ofLink(String variable, @Nullable PlacedLink link) {
		if (link == null) {
			return Optional.empty();
		}
		boolean hasDates = !this.manners.are(Manners.MOODLE) && !this.manners.are(Manners.SAKAI);
		return switch (variable) {
			case "$ResourceLink.id" -> Optional.of(this.ids.resourceLink(link));
			case "$ResourceLink.title" -> Optional.of(link.title());
			case "$ResourceLink.description" -> Optional.of(link.text());
			case "$ResourceLink.id.history" ->
				(this.manners.are(Manners.MOODLE) || this.manners.are(Manners.BLACKBOARD)) ? Optional.empty()
						: Optional.of("");
			case "$ResourceLink.available.startDateTime" -> date(hasDates, link.availableFrom());
			case "$ResourceLink.available.endDateTime" -> date(hasDates, link.availableUntil());
			case "$ResourceLink.submission.endDateTime" -> date(hasDates, link.due());
			default -> Optional.empty();
		};
	}

	private static Optional<String> date(boolean supported, @Nullable String date) {
		return supported ? Optional.of(Objects.requireNonNullElse(date, "")) : Optional.empty();
	}

}
