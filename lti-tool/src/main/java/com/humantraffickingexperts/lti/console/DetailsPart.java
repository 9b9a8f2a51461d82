package com.humantraffickingexperts.lti.console;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.registration.ManagedRegistration;
import com.humantraffickingexperts.lti.registration.RegistrationDraft;

/** The name and what operators want to remember. */
@Component
class DetailsPart implements EditPart {

	private static final String NAME = "name";

	private static final String NOTES = "notes";

	private static final int LONGEST_NOTES = 10_000;

	private final FormRules rules;

	DetailsPart(FormRules rules) {
		this.rules = rules;
	}

	@Override
	public String name() {
		return "details";
	}

	@Override
	public boolean operatorsOnly() {
		return true;
	}

	@Override
	public ConsoleForm filled(ManagedRegistration managed) {
		return ConsoleForm.empty().put(NAME, managed.registration().name()).put(NOTES, managed.notes());
	}

	@Override
	public @Nullable RegistrationDraft read(ConsoleForm form, RegistrationDraft current) {
		String name = this.rules.required(form, NAME, FormRules.LONGEST_NAME);
		String notes = form.textOrNull(NOTES);
		if (notes != null && notes.length() > LONGEST_NOTES) {
			form.wrong(NOTES, "console.problem.long", LONGEST_NOTES);
		}
		return (name != null && form.right()) ? Drafts.with(current, name, notes) : null;
	}

}
