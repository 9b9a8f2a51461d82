package com.humantraffickingexperts.lti.conformance;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How often a launch goes to the database and back, because on MySQL that is its cost.
 */
@OnTheWholeTool
class RoundTripsTests {

	private final ToolUnderTest tool;

	private Stage stage;

	@Autowired
	RoundTripsTests(ToolUnderTest tool) {
		this.tool = tool;
	}

	@BeforeEach
	void somebodyHasOpenedTheActivityBefore() {
		this.stage = new Stage(this.tool);
		Draft draft = byPerson("first");
		Browser browser = this.stage.browser();
		assertThat(this.stage.launch(draft, this.stage.login(draft, browser), browser).status()).isEqualTo(303);
	}

	@AfterEach
	void close() {
		this.stage.close();
	}

	@Test
	void aLoginNeedsNone() {
		Draft draft = Draft.student();
		Browser browser = this.stage.browser();
		assertThat(this.tool.database().roundTrips(() -> this.stage.login(draft, browser))).isZero();
	}

	@Test
	void aLaunchOfSomebodyNewNeedsThree() {
		assertThat(roundTrips(byPerson("new"))).isEqualTo(3);
	}

	@Test
	void aLaunchOfSomebodyWhoCameBeforeNeedsTwo() {
		assertThat(roundTrips(byPerson("first"))).isEqualTo(2);
	}

	private int roundTrips(Draft draft) {
		Browser browser = this.stage.browser();
		Stage.Login login = this.stage.login(draft, browser);
		return this.tool.database()
			.roundTrips(() -> assertThat(this.stage.launch(draft, login, browser).status()).isEqualTo(303));
	}

	private static Draft byPerson(String name) {
		return Draft.student()
			.claim("sub", "round-trips-" + name)
			.target(ToolUnderTest.BASE + "/modules/national-referral-mechanism");
	}

}
