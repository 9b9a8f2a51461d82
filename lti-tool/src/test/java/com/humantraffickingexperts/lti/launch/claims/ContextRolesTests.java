package com.humantraffickingexperts.lti.launch.claims;

import java.util.List;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ContextRolesTests {

	private static final String MEMBERSHIP = "http://purl.imsglobal.org/vocab/lis/v2/membership";

	private static final String INSTITUTION = "http://purl.imsglobal.org/vocab/lis/v2/institution/person#";

	private static final String SYSTEM = "http://purl.imsglobal.org/vocab/lis/v2/system/person#";

	private static Standing standing(String... roles) {
		return ContextRoles.of(List.of(roles)).standing();
	}

	@Nested
	class WhoTeaches {

		@ParameterizedTest
		@ValueSource(strings = { "#Instructor", "#ContentDeveloper", "#Administrator", "/Instructor#Lecturer",
				"/Instructor#GuestInstructor" })
		void teachingRolesTeach(String role) {
			assertThat(standing(MEMBERSHIP + role)).isEqualTo(Standing.INSTRUCTOR);
		}

		@ParameterizedTest
		@ValueSource(strings = { "Instructor", "ContentDeveloper", "Administrator" })
		void shortNamesMeanContextRoles(String role) {
			assertThat(standing(role)).isEqualTo(Standing.INSTRUCTOR);
		}

		@Test
		void whoTeachesAndLearnsTeaches() {
			assertThat(standing(MEMBERSHIP + "#Learner", MEMBERSHIP + "#Instructor")).isEqualTo(Standing.INSTRUCTOR);
		}

	}

	@Nested
	class WhoAssists {

		@Test
		void aTeachingAssistantAssists() {
			assertThat(standing(MEMBERSHIP + "/Instructor#TeachingAssistant")).isEqualTo(Standing.ASSISTANT);
		}

		@Test
		void aTeachingAssistantOfSakaiAssists() {
			assertThat(standing(MEMBERSHIP + "#Instructor#TeachingAssistant")).isEqualTo(Standing.ASSISTANT);
			assertThat(standing(MEMBERSHIP + "#Instructor#Nobody")).isEqualTo(Standing.VIEWER);
		}

		@Test
		void thePrincipalRoleBesideTheSubRoleDoesNotMakeATeacher() {
			assertThat(standing(MEMBERSHIP + "#Instructor", MEMBERSHIP + "/Instructor#TeachingAssistant"))
				.isEqualTo(Standing.ASSISTANT);
		}

		@Test
		void anAssistantWhoAlsoLecturesTeaches() {
			assertThat(standing(MEMBERSHIP + "#Instructor", MEMBERSHIP + "/Instructor#TeachingAssistant",
					MEMBERSHIP + "/Instructor#Lecturer"))
				.isEqualTo(Standing.INSTRUCTOR);
		}

	}

	@Nested
	class WhoLearns {

		@ParameterizedTest
		@ValueSource(strings = { "#Learner", "/Learner#Instructor", "/Learner#NonCreditLearner" })
		void learnersLearnWhateverTheirSubRoleIsCalled(String role) {
			assertThat(standing(MEMBERSHIP + role)).isEqualTo(Standing.LEARNER);
		}

		@Test
		void aProfessorWhoIsEnrolledAsStudentLearns() {
			assertThat(standing(INSTITUTION + "Instructor", INSTITUTION + "Faculty", MEMBERSHIP + "#Learner"))
				.isEqualTo(Standing.LEARNER);
		}

	}

	@Nested
	class WhoOnlyLooks {

		@Test
		void nobodyInParticularLooks() {
			assertThat(standing()).isEqualTo(Standing.VIEWER);
			assertThat(standing("")).isEqualTo(Standing.VIEWER);
		}

		@ParameterizedTest
		@ValueSource(strings = { "#Mentor", "#Officer", "#Member", "#Manager", "#instructor", "#Instructor/",
				"#NonInstructor", "#Instructor#Learner", "/Instructor#SomethingNew", "/Mentor#Instructor" })
		void otherContextRolesLook(String role) {
			assertThat(standing(MEMBERSHIP + role)).isEqualTo(Standing.VIEWER);
		}

		@ParameterizedTest
		@ValueSource(strings = { INSTITUTION + "Instructor", INSTITUTION + "Administrator", SYSTEM + "Administrator",
				SYSTEM + "SysAdmin", "http://evil.example/vocab/lis/v2/membership#Instructor",
				"http://purl.imsglobal.org.evil.example/vocab/lis/v2/membership#Instructor",
				" http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor" })
		void rolesOutsideTheContextGiveNothing(String role) {
			assertThat(standing(role)).isEqualTo(Standing.VIEWER);
		}

	}

	@Nested
	class TestUsers {

		@Test
		void aTestUserIsMarkedAndStillLearns() {
			ContextRoles roles = ContextRoles
				.of(List.of(MEMBERSHIP + "#Learner", "http://purl.imsglobal.org/vocab/lti/system/person#TestUser"));
			assertThat(roles.testUser()).isTrue();
			assertThat(roles.standing()).isEqualTo(Standing.LEARNER);
		}

		@Test
		void nobodyElseIs() {
			assertThat(ContextRoles.of(List.of(MEMBERSHIP + "#Learner", "TestUser")).testUser()).isFalse();
		}

	}

}
