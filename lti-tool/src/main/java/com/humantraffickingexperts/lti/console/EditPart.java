package com.humantraffickingexperts.lti.console;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.registration.ManagedRegistration;
import com.humantraffickingexperts.lti.registration.RegistrationDraft;

/** A part of a registration that is changed by a form of its own. */
interface EditPart {

	/** The last part of its address, and of its template's name. */
	String name();

	/** Whether only operators may change it. */
	boolean operatorsOnly();

	/** The form as it is before anything was changed. */
	ConsoleForm filled(ManagedRegistration managed);

	/**
	 * The registration with this part as the form has it, or null when it says what is
	 * wrong.
	 */
	@Nullable RegistrationDraft read(ConsoleForm form, RegistrationDraft current);

	/** What the template needs beside the form. */
	default Map<String, Object> model(ManagedRegistration managed) {
		return Map.of();
	}

}
