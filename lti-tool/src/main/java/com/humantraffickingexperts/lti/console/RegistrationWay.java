package com.humantraffickingexperts.lti.console;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.admin.Administrator;
import com.humantraffickingexperts.lti.registration.Institution;
import com.humantraffickingexperts.lti.registration.PlatformFamily;

/**
 * A way to register a platform other than by hand, shown on the page that joins them all.
 * A feature offers its own as a bean.
 */
public interface RegistrationWay {

	/**
	 * Where it stands among the others.
	 * @return smaller comes first; the easiest way is the smallest
	 */
	int order();

	/**
	 * The way, for one institution and product.
	 * @param administrator who is asking; may manage the institution
	 * @param institution whose platform is to be registered; null when it is to belong to
	 * none
	 * @param family the platform's product
	 * @return the way, or empty when this product knows no such way
	 */
	Optional<Way> wayFor(Administrator administrator, @Nullable Institution institution, PlatformFamily family);

	/**
	 * What is shown.
	 *
	 * @param titleKey the key of the heading
	 * @param textKey the key of the text that says what it is; its argument is the
	 * product's name
	 * @param values what is copied into the platform
	 * @param stepKeys the keys of what is done in the platform, in order
	 * @param act what the tool does for it, or null
	 */
	record Way(String titleKey, String textKey, List<Copyable> values, List<String> stepKeys, @Nullable Act act) {

		public Way {
			values = List.copyOf(values);
			stepKeys = List.copyOf(stepKeys);
		}

	}

	/**
	 * A text to copy.
	 *
	 * @param labelKey the key of the words that say where it belongs
	 * @param value the text
	 */
	record Copyable(String labelKey, String value) {
	}

	/**
	 * A button.
	 *
	 * @param path where it is sent, by POST
	 * @param wordsKey the key of the words on it
	 * @param fields what is sent with it
	 */
	record Act(String path, String wordsKey, Map<String, String> fields) {

		public Act {
			fields = Map.copyOf(fields);
		}

	}

}
