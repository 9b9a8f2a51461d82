package com.humantraffickingexperts.lti.launch.claims;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.humantraffickingexperts.lti.TestResources;
import com.humantraffickingexperts.lti.TestResources.RecordedLaunch;

import static org.assertj.core.api.Assertions.assertThat;

/** Messages that real platforms sent, and samples in the form of others. */
class RecordedLaunchesTests {

	private static LaunchMessage read(Map<String, Object> claims) throws ClaimFault {
		return LaunchMessages.read(claims, (uri) -> true);
	}

	@Nested
	class MoodleFourFive {

		private static final URI LINE_ITEMS = URI
			.create("http://localhost:8000/mod/lti/services.php/2/lineitems?type_id=1");

		static Stream<RecordedLaunch> launches() {
			return TestResources.moodleLaunches();
		}

		private static LaunchMessage launch(String name) throws ClaimFault {
			RecordedLaunch recorded = launches().filter((one) -> one.name().equals(name + ".json"))
				.findFirst()
				.orElseThrow();
			return read(recorded.claims());
		}

		@Test
		void eighteenLaunchesWereRecorded() {
			assertThat(launches()).hasSize(18);
		}

		@ParameterizedTest
		@MethodSource("launches")
		void eachIsUnderstood(RecordedLaunch recorded) throws ClaimFault {
			LaunchMessage message = read(recorded.claims());
			assertThat(message.deploymentId()).isEqualTo("1");
			assertThat(message.subject()).isNotBlank();
			assertThat(message.platform().productFamilyCode()).isEqualTo("moodle");
			assertThat(Objects.requireNonNull(message.context()).id()).isNotBlank();
			assertThat(message.testUser()).isFalse();
			assertThat(Objects.requireNonNull(message.ags()).lineItems()).isNotNull();
			assertThat(message.ags().scopes()).contains("https://purl.imsglobal.org/spec/lti-ags/scope/score");
			assertThat(message.memberships()).isNotNull();
		}

		@Test
		void aStudentLearnsAndHasALineItem() throws ClaimFault {
			LaunchMessage message = launch("10-launch-student");
			assertThat(message.type()).isEqualTo(MessageType.RESOURCE_LINK);
			assertThat(message.name()).isEqualTo("Stu1 Dent1");
			assertThat(message.subject()).isEqualTo("5");
			assertThat(message.standing()).isEqualTo(Standing.LEARNER);
			assertThat(message.resourceLink()).isEqualTo(new LaunchMessage.ResourceLink("1", "CLI task A"));
			assertThat(message.context()).isEqualTo(new LaunchMessage.Context("2", "HTMSE-P", "HTMSE pilot"));
			assertThat(message.targetLinkUri()).isEqualTo("http://127.0.0.1:9000/launch?task=a");
			assertThat(message.ags()).isEqualTo(new AgsEndpoint(
					Set.of("https://purl.imsglobal.org/spec/lti-ags/scope/lineitem",
							"https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly",
							"https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly",
							"https://purl.imsglobal.org/spec/lti-ags/scope/score"),
					URI.create("http://localhost:8000/mod/lti/services.php/2/lineitems/2/lineitem?type_id=1"),
					LINE_ITEMS));
			assertThat(message.memberships()).hasPath("/mod/lti/services.php/CourseSection/2/bindings/1/memberships");
			assertThat(message.presentation().documentTarget()).isEqualTo("iframe");
			assertThat(message.presentation().locale()).isEqualTo("en");
			assertThat(message.presentation().returnUrl())
				.startsWith("http://localhost:8000/mod/lti/return.php?course=2");
		}

		@Test
		void customParametersComeAsTheyWereSent() throws ClaimFault {
			assertThat(launch("10-launch-student").custom()).containsEntry("task", "a")
				.containsEntry("fixed", "a=b")
				.containsEntry("start", "")
				.containsEntry("unknown", "$No.such.var");
		}

		@Test
		void teachersManagersAndTutorsTeach() throws ClaimFault {
			for (String name : new String[] { "11-launch-admin", "11-launch-manager1", "11-launch-teacher1",
					"11-launch-tutor1" }) {
				assertThat(launch(name).standing()).as(name).isEqualTo(Standing.INSTRUCTOR);
			}
		}

		@Test
		void aTeacherWhoPlaysStudentLearns() throws ClaimFault {
			assertThat(launch("19-launch-teacher-switched-to-student").standing()).isEqualTo(Standing.LEARNER);
			assertThat(launch("19-launch-teacher-switched-to-student").subject())
				.isEqualTo(launch("11-launch-teacher1").subject());
		}

		@Test
		void aPersonWhoseNameIsNotSharedHasNone() throws ClaimFault {
			assertThat(launch("33-launch-privacy-never").name()).isNull();
		}

		@Test
		void aLinkWithoutALineItemOfItsOwnStillHasTheContainer() throws ClaimFault {
			AgsEndpoint ags = Objects.requireNonNull(launch("15-launch-link-with-two-lineitems").ags());
			assertThat(ags.lineItem()).isNull();
			assertThat(ags.lineItems()).isEqualTo(LINE_ITEMS);
		}

		@Test
		void aNewWindowIsSaidToBeOne() throws ClaimFault {
			assertThat(launch("32-launch-new-window").presentation().documentTarget()).isEqualTo("window");
		}

		@Test
		void aDeepLinkingRequestSaysWhatItAccepts() throws ClaimFault {
			LaunchMessage message = launch("12-launch-deeplinking");
			assertThat(message.type()).isEqualTo(MessageType.DEEP_LINKING);
			assertThat(message.resourceLink()).isNull();
			assertThat(message.custom()).as("custom values may be null")
				.doesNotContainKey("rl")
				.containsEntry("li", "");
			DeepLinkingSettings settings = Objects.requireNonNull(message.deepLinking());
			assertThat(settings.returnUrl()).hasPath("/mod/lti/contentitem_return.php");
			assertThat(settings.acceptTypes()).containsExactly("ltiResourceLink");
			assertThat(settings.acceptPresentationDocumentTargets()).containsExactly("frame", "iframe", "window");
			assertThat(settings.acceptMultiple()).isTrue();
			assertThat(settings.acceptLineItem()).isNull();
			assertThat(settings.autoCreate()).isFalse();
			assertThat(settings.data()).isNull();
		}

		@Test
		void aCourseCopyIsAnotherContextAndAnotherLink() throws ClaimFault {
			LaunchMessage original = launch("16-launch-deeplinked-activity-student");
			LaunchMessage copy = launch("35-launch-restored-course-copy");
			assertThat(copy.context()).isNotEqualTo(original.context());
			assertThat(copy.resourceLink()).isNotEqualTo(original.resourceLink());
		}

	}

	@Nested
	class OtherPlatforms {

		static Stream<Path> samples() {
			return TestResources.files("samples")
				.stream()
				.filter((file) -> file.getFileName().toString().startsWith("id-token"))
				.filter((file) -> !file.getFileName().toString().contains("variants"));
		}

		@SuppressWarnings("unchecked")
		private static Map<String, Object> claims(Path file) {
			Map<String, Object> content = TestResources.object(file);
			return content.containsKey("payload") ? (Map<String, Object>) Objects.requireNonNull(content.get("payload"))
					: content;
		}

		@ParameterizedTest
		@MethodSource("samples")
		void eachSampleIsUnderstood(Path file) throws ClaimFault {
			LaunchMessage message = read(claims(file));
			String name = file.getFileName().toString();
			assertThat(message.name()).isNotBlank();
			assertThat(message.standing()).isEqualTo(name.contains("student") ? Standing.LEARNER : Standing.INSTRUCTOR);
			assertThat(message.type())
				.isEqualTo(name.contains("deep-linking") ? MessageType.DEEP_LINKING : MessageType.RESOURCE_LINK);
			assertThat(message.platform().productFamilyCode()).isNotBlank();
			assertThat(Objects.requireNonNull(message.ags()).lineItems()).isNotNull();
		}

	}

}
