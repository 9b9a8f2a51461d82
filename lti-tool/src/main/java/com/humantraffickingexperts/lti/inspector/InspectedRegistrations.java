package com.humantraffickingexperts.lti.inspector;

import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.admin.Administrator;
import com.humantraffickingexperts.lti.registration.ManagedRegistration;
import com.humantraffickingexperts.lti.registration.Registration;
import com.humantraffickingexperts.lti.registration.RegistrationId;
import com.humantraffickingexperts.lti.registration.RegistrationStore;

/** Of which registrations an administrator may read. */
@Component
class InspectedRegistrations {

	private final RegistrationStore store;

	InspectedRegistrations(RegistrationStore store) {
		this.store = store;
	}

	/** The registrations that an administrator may see, to choose from. */
	List<Registration> of(Administrator administrator) {
		return this.store.all(administrator.institution()).stream().map(ManagedRegistration::registration).toList();
	}

	/**
	 * What restricts the records that an administrator may read.
	 * @return null for an operator, who also reads of what no registration fits
	 */
	@Nullable Collection<RegistrationId> readable(Administrator administrator) {
		return administrator.operator() ? null : of(administrator).stream().map(Registration::id).toList();
	}

	@Nullable Registration find(@Nullable RegistrationId id) {
		return (id == null) ? null : this.store.find(id).map(ManagedRegistration::registration).orElse(null);
	}

	/** Ends the request with 404 unless the administrator may read the record. */
	void requireReadable(Administrator administrator, LaunchRecord record) {
		Registration registration = find(record.registration());
		if (registration == null) {
			administrator.requireOperator();
		}
		else {
			administrator.requireManages(registration.institution());
		}
	}

}
