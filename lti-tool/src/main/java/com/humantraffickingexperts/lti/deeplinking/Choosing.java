package com.humantraffickingexperts.lti.deeplinking;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.launch.claims.DeepLinkingSettings;

/**
 * A teacher in front of the list of modules: either to place some of them in the course,
 * or to choose one for an activity that is there already.
 *
 * @param launch the launch
 * @param settings what the platform accepts; null when the choice is for an activity that
 * is there already
 */
record Choosing(CurrentLaunch launch, @Nullable DeepLinkingSettings settings) {

	/** The content item type of a module: Deep Linking 2.0, section 3.2. */
	static final String RESOURCE_LINK = "ltiResourceLink";

	static Choosing of(CurrentLaunch launch) {
		return new Choosing(launch, launch.deepLinking());
	}

	boolean placing() {
		return this.settings != null;
	}

	boolean several() {
		return this.settings != null && this.settings.acceptMultiple();
	}

	/** Whether the platform takes modules at all. */
	boolean takesModules() {
		return this.settings == null || this.settings.acceptTypes().contains(RESOURCE_LINK);
	}

	/** Whether the platform may make line items. Not every platform says. */
	boolean takesLineItems() {
		return this.settings != null && !Boolean.FALSE.equals(this.settings.acceptLineItem());
	}

	/** The platform's name, for people. */
	String platform() {
		return Objects.requireNonNullElse(this.launch.platformName(), this.launch.registration().name());
	}

	@Nullable String course() {
		return (this.launch.context() == null) ? null : this.launch.context().title();
	}

	String path(String rest) {
		return this.launch.path("/choose" + rest);
	}

}
