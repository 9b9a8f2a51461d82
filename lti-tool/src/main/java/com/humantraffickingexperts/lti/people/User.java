package com.humantraffickingexperts.lti.people;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.registration.RegistrationId;

/**
 * A person as one platform knows them. Identity is the registration and the subject,
 * never an e-mail address.
 *
 * @param id our name for the user
 * @param registration the registration through which the platform is known
 * @param subject the platform's name for the person ({@code sub}); null for an anonymous
 * preview
 * @param name the name to show, or null when the platform does not share names
 */
public record User(UserId id, RegistrationId registration, @Nullable String subject, @Nullable String name) {

	/**
	 * Whether the platform did not say who this is.
	 * @return true for an anonymous preview
	 */
	public boolean anonymous() {
		return this.subject == null;
	}

}
