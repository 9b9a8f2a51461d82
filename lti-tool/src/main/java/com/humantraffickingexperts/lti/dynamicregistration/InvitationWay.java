package com.humantraffickingexperts.lti.dynamicregistration;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.admin.Administrator;
import com.humantraffickingexperts.lti.console.RegistrationWay;
import com.humantraffickingexperts.lti.registration.Institution;
import com.humantraffickingexperts.lti.registration.PlatformFamily;

/**
 * Dynamic Registration, begun with an invitation. Blackboard offers it to the vendor of a
 * tool only, not to institutions.
 */
@Component
class InvitationWay implements RegistrationWay {

	@Override
	public int order() {
		return 10;
	}

	@Override
	public Optional<Way> wayFor(Administrator administrator, @Nullable Institution institution, PlatformFamily family) {
		if (institution == null || (family == PlatformFamily.BLACKBOARD && !administrator.operator())) {
			return Optional.empty();
		}
		return Optional.of(new Way("registration.invite.title", "registration.invite.what", List.of(), List.of(),
				new Act(InvitationsController.PATH, "registration.invite.make",
						Map.of("institution", institution.id().value(), "family", family.name()))));
	}

}
