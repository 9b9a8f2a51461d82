package com.humantraffickingexperts.lti.registration;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import com.humantraffickingexperts.lti.database.Ids;

/**
 * Registrations as administrators see and change them. A change is in force on this node
 * when its transaction has committed, and on every other within seconds.
 */
@Component
public class RegistrationStore {

	private final KnownRegistrations known;

	private final JdbcRegistrations stored;

	private final JdbcDeployments deployments;

	private final Clock clock;

	RegistrationStore(KnownRegistrations known, JdbcRegistrations stored, JdbcDeployments deployments, Clock clock) {
		this.known = known;
		this.stored = stored;
		this.deployments = deployments;
		this.clock = clock;
	}

	/**
	 * The id that a registration has or would have.
	 * @param issuer the platform's name for itself
	 * @param clientId the platform's name for us
	 * @return the same id for the same names, always
	 */
	public static RegistrationId idOf(String issuer, String clientId) {
		return new RegistrationId(Ids.derived("registration", issuer, clientId));
	}

	/**
	 * Every registration that an administrator may see.
	 * @param institution whose; null for all
	 * @return those of the configuration first, then the others by name
	 */
	public List<ManagedRegistration> all(@Nullable InstitutionId institution) {
		return this.known.managed()
			.stream()
			.filter((managed) -> institution == null || institution.equals(managed.registration().institution()))
			.toList();
	}

	/**
	 * One registration.
	 * @param id our name for it
	 * @return the registration, or empty when there is none
	 */
	public Optional<ManagedRegistration> find(RegistrationId id) {
		return this.known.managed(id);
	}

	/**
	 * Adds a registration.
	 * @param draft what it is to be
	 * @param state whether it is in use at once
	 * @param source how it came
	 * @return our name for it
	 * @throws RegistrationConflict when there is one of this issuer and client id;
	 * nothing is changed then
	 */
	@Transactional
	public RegistrationId add(RegistrationDraft draft, RegistrationState state, RegistrationSource source) {
		RegistrationId id = idOf(draft.issuer(), draft.clientId());
		if (this.known.managed(id).isPresent()) {
			throw new RegistrationConflict(RegistrationConflict.Kind.EXISTS, id);
		}
		try {
			this.stored.insert(id, draft, state, source, this.clock.instant());
		}
		catch (DuplicateKeyException ex) {
			throw new RegistrationConflict(RegistrationConflict.Kind.EXISTS, id);
		}
		this.known.changed();
		return id;
	}

	/**
	 * Changes a registration. Its issuer and client id stay as they are.
	 * @param id our name for it
	 * @param revision the revision on which the change is based
	 * @param draft what it is to be
	 * @throws RegistrationConflict when somebody else changed it in the meantime, or when
	 * there is none that can be changed
	 */
	@Transactional
	public void change(RegistrationId id, int revision, RegistrationDraft draft) {
		requireEditable(id);
		if (!this.stored.update(id, revision, draft, this.clock.instant())) {
			throw new RegistrationConflict(RegistrationConflict.Kind.CHANGED, id);
		}
		this.known.changed();
	}

	/**
	 * Switches a registration on or off.
	 * @param id our name for it
	 * @param state the new state
	 * @throws RegistrationConflict when there is none that can be changed
	 */
	@Transactional
	public void setState(RegistrationId id, RegistrationState state) {
		if (!this.stored.state(id, state, this.clock.instant())) {
			throw new RegistrationConflict(RegistrationConflict.Kind.ABSENT, id);
		}
		this.known.changed();
	}

	/**
	 * Forgets a registration and what was decided about its deployments. What people did
	 * in its launches stays, and is found again if the platform is registered anew with
	 * the same client id.
	 * @param id our name for it
	 * @throws RegistrationConflict when there is none that can be changed
	 */
	@Transactional
	public void delete(RegistrationId id) {
		this.deployments.delete(id);
		if (!this.stored.delete(id)) {
			throw new RegistrationConflict(RegistrationConflict.Kind.ABSENT, id);
		}
		this.known.changed();
	}

	/**
	 * Locks a registration until the transaction ends, so that what is counted against
	 * its terms is counted by one at a time. It has to be the transaction's first
	 * statement.
	 * @param id our name for it
	 * @return its terms as they are now; {@link RegistrationTerms#NONE} when it is not
	 * stored
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public RegistrationTerms lockTerms(RegistrationId id) {
		return this.stored.lock(id).map((managed) -> managed.registration().terms()).orElse(RegistrationTerms.NONE);
	}

	private void requireEditable(RegistrationId id) {
		if (this.known.managed(id).filter(ManagedRegistration::editable).isEmpty()) {
			throw new RegistrationConflict(RegistrationConflict.Kind.ABSENT, id);
		}
	}

}
