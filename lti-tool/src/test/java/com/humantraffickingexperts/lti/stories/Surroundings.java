package com.humantraffickingexperts.lti.stories;

import java.util.List;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;

/** How a page is met. */
enum Surroundings {

	DESK, DARK, FRAME, PHONE, SMALL, FORCED;

	/** All of them for pictures; for tests those that differ from all the others. */
	static List<Surroundings> met() {
		return Stream.of(values()).filter((each) -> TestBrowser.takesPictures() || each.examined()).toList();
	}

	/** Where markup or colours differ from all the others. */
	boolean examined() {
		return this == DESK || this == SMALL;
	}

	Browser.NewContextOptions options() {
		Browser.NewContextOptions options = new Browser.NewContextOptions();
		return switch (this) {
			case DESK -> options.setViewportSize(1280, 900);
			case DARK -> options.setViewportSize(1280, 900).setColorScheme(ColorScheme.DARK);
			case FRAME -> options.setViewportSize(800, 600);
			case PHONE -> options.setViewportSize(390, 844).setColorScheme(ColorScheme.DARK);
			case SMALL -> options.setViewportSize(320, 450).setColorScheme(ColorScheme.DARK);
			case FORCED -> options.setViewportSize(800, 600).setForcedColors(ForcedColors.ACTIVE);
		};
	}

}
