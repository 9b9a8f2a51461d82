package com.humantraffickingexperts.lti.console;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.admin.Administrator;
import com.humantraffickingexperts.lti.registration.ManagedRegistration;

/**
 * What another feature knows of a registration, shown on its page: how it is, in one
 * sentence, and where there is more. A feature offers its own as a bean.
 */
public interface RegistrationPanel {

	/**
	 * Where it stands among the others.
	 * @return smaller comes first
	 */
	int order();

	/**
	 * What is shown of a registration.
	 * @param registration the registration, which the administrator may see
	 * @param administrator who is asking
	 * @return the panel, or empty when there is nothing to say
	 */
	Optional<Panel> panelFor(ManagedRegistration registration, Administrator administrator);

	/**
	 * What is shown.
	 *
	 * @param titleKey the key of the heading
	 * @param kind how it is
	 * @param statusKey the key of the words beside the mark of {@code kind}
	 * @param textKey the key of a sentence, or null
	 * @param arguments what stands in the sentence
	 * @param links where there is more
	 */
	record Panel(String titleKey, Kind kind, String statusKey, @Nullable String textKey, List<Object> arguments,
			List<Link> links) {

		public Panel {
			arguments = List.copyOf(arguments);
			links = List.copyOf(links);
		}

	}

	/**
	 * A link from a panel.
	 *
	 * @param messageKey the key of its words
	 * @param path where it leads: below the registration's page, or elsewhere below
	 * {@code /admin}
	 */
	record Link(String messageKey, String path) {
	}

	/** How something is. */
	enum Kind {

		/** All is well. */
		GOOD,
		/** Somebody should look at it. */
		CARE,
		/** It does not work. */
		FAILED,
		/** Nothing is known yet, or nothing can be said. */
		PLAIN;

		/**
		 * The kind of mark that the page shows.
		 * @return the class of {@code admin/parts :: status}
		 */
		public String mark() {
			return switch (this) {
				case GOOD -> "good";
				case CARE -> "care";
				case FAILED -> "failed";
				case PLAIN -> "plain";
			};
		}

	}

}
