package com.humantraffickingexperts.lti.stories;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;

import static org.assertj.core.api.Assertions.assertThat;

/** With what a person uses a page. */
enum Hands {

	MOUSE {

		@Override
		void moveUp(Page page, String line, int places) {
			BoundingBox from = line(page, line).boundingBox();
			BoundingBox to = page.locator(".in-order > li").first().boundingBox();
			page.mouse().move(middle(from), from.y + from.height / 2);
			page.mouse().down();
			page.mouse().move(middle(from), from.y);
			page.mouse().move(middle(to), to.y + 2);
			page.mouse().up();
		}

		@Override
		void match(Page page, String line, String choice) {
			page.locator(".letters > li")
				.filter(new Locator.FilterOptions().setHasText(choice))
				.dragTo(page.locator(".to-match > li").filter(new Locator.FilterOptions().setHasText(line)));
		}

	},
	TOUCH {

		@Override
		void use(Page page, Locator what) {
			what.tap();
		}

		@Override
		void choose(Page page, Locator option) {
			option.tap();
		}

		@Override
		void moveUp(Page page, String line, int places) {
			Locator up = line(page, line).locator(".up");
			for (int tap = 0; tap < places; tap++) {
				up.tap();
			}
		}

		@Override
		void match(Page page, String line, String choice) {
			fromTheList(page, line, choice);
		}

	},
	/** Never touches the page but through keys. */
	KEYS {

		@Override
		void use(Page page, Locator what) {
			tabTo(page, what);
			page.keyboard().press("Enter");
		}

		@Override
		void choose(Page page, Locator option) {
			if ("checkbox".equals(option.getAttribute("type"))) {
				tabTo(page, option);
				page.keyboard().press("Space");
				return;
			}
			tabTo(page, page.locator("main input[type=radio]"));
			for (int press = 0; press < MANY && !option.isChecked(); press++) {
				page.keyboard().press("ArrowDown");
			}
			assertThat(option.isChecked()).isTrue();
		}

		@Override
		void write(Page page, Locator field, String text) {
			tabTo(page, field);
			page.keyboard().type(text);
		}

		@Override
		void moveUp(Page page, String line, int places) {
			Locator up = line(page, line).locator(".up");
			tabTo(page, up);
			for (int press = 0; press < places; press++) {
				page.keyboard().press("Enter");
			}
			assertThat(isFocused(up)).as("focus stays with the button").isTrue();
		}

		@Override
		void match(Page page, String line, String choice) {
			Locator list = page.getByLabel(line);
			tabTo(page, list);
			for (int press = 0; press < MANY && !list.locator("option:checked").innerText().contains(choice); press++) {
				page.keyboard().press("ArrowDown");
			}
		}

	},
	/** Where no script runs. */
	PLAIN {

		@Override
		void moveUp(Page page, String line, int places) {
			throw new UnsupportedOperationException("lists to choose from are in place of it");
		}

		@Override
		void match(Page page, String line, String choice) {
			fromTheList(page, line, choice);
		}

	};

	private static final int MANY = 40;

	void use(Page page, Locator what) {
		what.click();
	}

	void choose(Page page, Locator option) {
		option.click();
	}

	void write(Page page, Locator field, String text) {
		field.fill(text);
	}

	/** Moves a line of an ordering question to the top. */
	abstract void moveUp(Page page, String line, int places);

	abstract void match(Page page, String line, String choice);

	static Locator line(Page page, String text) {
		return page.locator(".in-order > li").filter(new Locator.FilterOptions().setHasText(text));
	}

	private static void fromTheList(Page page, String line, String choice) {
		Locator list = page.getByLabel(line);
		list.selectOption(
				list.locator("option").filter(new Locator.FilterOptions().setHasText(choice)).getAttribute("value"));
	}

	private static double middle(BoundingBox box) {
		return box.x + box.width / 3;
	}

	private static void tabTo(Page page, Locator wanted) {
		for (int press = 0; press < MANY; press++) {
			if (isFocused(wanted)) {
				return;
			}
			page.keyboard().press("Tab");
		}
		assertThat(isFocused(wanted)).as("reached by the Tab key: %s", wanted).isTrue();
	}

	private static boolean isFocused(Locator wanted) {
		return Boolean.TRUE.equals(wanted.evaluateAll("(all) => all.includes(document.activeElement)"));
	}

}
