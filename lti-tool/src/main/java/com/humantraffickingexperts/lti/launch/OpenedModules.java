package com.humantraffickingexperts.lti.launch;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

import com.humantraffickingexperts.lti.registration.RegistrationId;

/**
 * Decides which module a launch opens: the one that the platform names, unless a teacher
 * chose another because the tool does not have it.
 */
@Component
class OpenedModules {

	private final SingletonSupplier<ChosenModules> chosen;

	OpenedModules(ObjectProvider<ChosenModules> chosen) {
		this.chosen = SingletonSupplier.ofNullable(chosen::getIfAvailable);
	}

	OpenedModule of(RegistrationId registration, CurrentLaunch.@Nullable Link link, LaunchDetails details) {
		ChosenModules choices = this.chosen.get();
		if (link == null || choices == null) {
			return new OpenedModule(details.module(), false);
		}
		LinkOrigin origin = new LinkOrigin(registration, link.id(), link.title(),
				details.formerLinks().stream().map(ResourceLinkId::new).toList(),
				details.formerContexts().stream().map(ContextId::new).toList());
		Optional<String> instead = choices.instead(origin, details.module());
		return new OpenedModule(instead.orElse(details.module()), instead.isPresent());
	}

	/**
	 * The module of a launch.
	 *
	 * @param id its id; null when there is none
	 * @param chosen whether a teacher chose it in the tool
	 */
	record OpenedModule(@Nullable String id, boolean chosen) {
	}

}
