package com.humantraffickingexperts.lti.stories;

import java.net.URI;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** What a person does on the pages of the sandbox LMS. */
final class AtThePlatform {

	static final String MODULE = "The National Referral Mechanism";

	private final Page page;

	private final URI platform;

	AtThePlatform(BrowserContext browser, URI platform) {
		this.page = browser.newPage();
		this.platform = platform;
	}

	Page page() {
		return this.page;
	}

	AtThePlatform signInAs(String name) {
		this.page.navigate(this.platform + "/");
		this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first().click();
		return this;
	}

	AtThePlatform openCourse() {
		this.page.navigate(this.platform + "/courses");
		this.page.locator("main ul a").first().click();
		return this;
	}

	/** Opens the module in the frame of the course's page. */
	FrameLocator openModule() {
		return openLink(MODULE);
	}

	/** Opens an activity in the frame of its page. */
	FrameLocator openLink(String title) {
		openCourse();
		this.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(title)).first().click();
		return frame();
	}

	/** Opens the list of modules in the frame of the page on which they are added. */
	FrameLocator openPicker() {
		openCourse();
		this.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Add modules from")).first().click();
		return frame();
	}

	FrameLocator frame() {
		return this.page.frameLocator("#tool");
	}

	AtThePlatform openGradebook() {
		openCourse();
		this.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("rade")).first().click();
		return this;
	}

}
