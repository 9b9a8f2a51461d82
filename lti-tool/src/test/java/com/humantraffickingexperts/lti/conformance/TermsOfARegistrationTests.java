package com.humantraffickingexperts.lti.conformance;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import com.humantraffickingexperts.lti.conformance.Browser.Answer;
import com.humantraffickingexperts.lti.conformance.Stage.Visit;
import com.humantraffickingexperts.lti.registration.Deployments;
import com.humantraffickingexperts.lti.registration.RegistrationState;
import com.humantraffickingexperts.lti.registration.RegistrationStore;
import com.humantraffickingexperts.lti.registration.RegistrationTerms;

import static org.assertj.core.api.Assertions.assertThat;

/** What was agreed with an institution holds for everybody who comes. */
@OnTheWholeTool
class TermsOfARegistrationTests {

	private final ToolUnderTest tool;

	private final RegistrationStore store;

	private final Deployments deployments;

	private Stage stage;

	private OwnRegistration college;

	@Autowired
	TermsOfARegistrationTests(ToolUnderTest tool, RegistrationStore store, Deployments deployments) {
		this.tool = tool;
		this.store = store;
		this.deployments = deployments;
	}

	@BeforeEach
	void open() {
		this.stage = new Stage(this.tool);
		this.college = new OwnRegistration(this.stage, this.store, this.deployments);
	}

	@AfterEach
	void close() {
		this.college.close();
		this.stage.close();
	}

	private void agreed(RegistrationTerms terms) {
		this.college.agree(terms);
	}

	private static RegistrationTerms seats(int number) {
		return new RegistrationTerms(null, null, number, Set.of(), false);
	}

	private Draft as(Draft draft, String subject) {
		return this.college.as(draft, subject);
	}

	private Answer launch(Draft draft) {
		return this.college.launch(draft);
	}

	private static void refused(Answer answer, int status, String code) {
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.body()).contains(">" + code + "<");
	}

	@Nested
	class Seats {

		@Test
		void areForLearnersWhoComeFirstAndForAllTheirLaunches() {
			agreed(seats(1));
			Draft first = as(Draft.student(), "first");
			stage.visit(first);
			Draft second = as(Draft.student(), "second");
			Map<String, List<String>> before = stage.rows();
			refused(launch(second), 403, "LTI-SEATS-USED");
			assertThat(stage.rows()).isEqualTo(before);
			stage.visit(first);
		}

		@Test
		void areNotTakenByTeachers() {
			agreed(seats(1));
			stage.visit(as(Draft.instructor(), "teacher"));
			stage.visit(as(Draft.student(), "learner"));
			stage.visit(as(Draft.instructor(), "other-teacher"));
		}

		@Test
		void areNotTakenByWhoeverOnlyReadsInTheLibrary() {
			agreed(seats(1));
			Draft reader = as(Draft.student(), "reader");
			Draft library = as(Draft.student(), "reader")
				.lti("resource_link", Json.object().put("id", "library").put("title", "Library"))
				.lti("custom", Json.object().put("module", "resource-library"));
			assertThat(stage.visit(library).answer().location()).endsWith("/library");
			stage.visit(as(Draft.student(), "learner"));
			refused(launch(reader), 403, "LTI-SEATS-USED");
			assertThat(stage.visit(library).answer().location()).endsWith("/library");
		}

		@Test
		void areThereAgainWhenTheAdministratorAddsSome() {
			agreed(seats(1));
			stage.visit(as(Draft.student(), "first"));
			Draft second = as(Draft.student(), "second");
			refused(launch(second), 403, "LTI-SEATS-USED");
			agreed(seats(2));
			stage.visit(second);
		}

	}

	@Nested
	class AnOpenSession {

		@Test
		void endsCalmlyWhenTheRegistrationIsSwitchedOff() {
			Visit visit = stage.visit(as(Draft.student(), "learner"));
			store.setState(college.id(), RegistrationState.DISABLED);
			refused(visit.page("who"), 403, "LTI-REGISTRATION-DISABLED");
			store.setState(college.id(), RegistrationState.ENABLED);
			visit.who();
		}

		@Test
		void endsCalmlyAfterTheLastDay() {
			Instant end = tool.clock().instant().plus(Duration.ofMinutes(10));
			agreed(new RegistrationTerms(null, end, null, Set.of(), false));
			Visit visit = stage.visit(as(Draft.student(), "learner"));
			visit.who();
			stage.advance(Duration.ofMinutes(10));
			refused(visit.page("who"), 403, "LTI-REGISTRATION-OUT-OF-TERM");
		}

	}

	@Nested
	class ModulesThatAreNotListed {

		@Test
		void areRefusedAtTheLaunch() {
			agreed(new RegistrationTerms(null, null, null, Set.of("another"), false));
			Draft draft = as(Draft.student(), "learner");
			draft.target(ToolUnderTest.BASE + "/modules/national-referral-mechanism");
			refused(launch(draft), 403, "MODULE-NOT-OFFERED");
		}

	}

	@Nested
	class PseudonymousUse {

		@Test
		void storesNoNameAnywhere() {
			agreed(new RegistrationTerms(null, null, null, Set.of(), true));
			Draft draft = as(Draft.student(), "learner");
			Visit visit = stage.visit(draft);
			assertThat(visit.who("name")).isNull();
			String stored = tool.jdbc()
				.sql("select * from launch l join lti_user u on u.id = l.user_id where l.registration_id = :id")
				.param("id", college.id().value())
				.query()
				.listOfRows()
				.toString();
			assertThat(stored).contains(Symbols.text(draft.payload.path("sub"))).doesNotContain("Lovelace", "Ada");
		}

	}

}
