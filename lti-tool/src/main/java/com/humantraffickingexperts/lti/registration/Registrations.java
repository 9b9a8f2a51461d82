package com.humantraffickingexperts.lti.registration;

import java.util.List;
import java.util.Optional;

/** All registrations, answered from memory. */
public interface Registrations {

	/**
	 * A registration by our own name for it.
	 * @param id our name for it
	 * @return the registration, enabled or not
	 */
	Optional<Registration> find(RegistrationId id);

	/**
	 * The registrations of one issuer; several when a platform serves many institutions.
	 * @param issuer the issuer, compared byte for byte
	 * @return all of them, enabled or not
	 */
	List<Registration> ofIssuer(String issuer);

	/**
	 * Every registration.
	 * @return all of them, enabled or not
	 */
	List<Registration> all();

}
