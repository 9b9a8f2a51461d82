package com.humantraffickingexperts.lti.console;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.registration.ManagedRegistration;
import com.humantraffickingexperts.lti.registration.RegistrationDraft;

/** Whether names are stored. */
@Component
class PrivacyPart implements EditPart {

	private static final String PSEUDONYMOUS = "pseudonymous";

	@Override
	public String name() {
		return "privacy";
	}

	@Override
	public boolean operatorsOnly() {
		return false;
	}

	@Override
	public ConsoleForm filled(ManagedRegistration managed) {
		return ConsoleForm.empty().put(PSEUDONYMOUS, String.valueOf(managed.registration().terms().pseudonymous()));
	}

	@Override
	public @Nullable RegistrationDraft read(ConsoleForm form, RegistrationDraft current) {
		return switch (form.text(PSEUDONYMOUS)) {
			case "true" -> Drafts.with(current, current.institution(), Drafts.pseudonymous(current.terms(), true));
			case "false" -> Drafts.with(current, current.institution(), Drafts.pseudonymous(current.terms(), false));
			default -> {
				form.wrong(PSEUDONYMOUS, "console.problem.choose");
				yield null;
			}
		};
	}

}
