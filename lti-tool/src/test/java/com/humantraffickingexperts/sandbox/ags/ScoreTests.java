package com.humantraffickingexperts.sandbox.ags;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.humantraffickingexperts.sandbox.Json;
import com.humantraffickingexperts.sandbox.WithSandbox;
import com.humantraffickingexperts.sandbox.course.Courses;
import com.humantraffickingexperts.sandbox.manners.Manners;
import com.humantraffickingexperts.sandbox.people.Person;
import com.humantraffickingexperts.sandbox.registration.Scopes;

import static org.assertj.core.api.Assertions.assertThat;

class ScoreTests extends WithSandbox {

	private static final Instant NOON = Instant.parse("2026-11-24T12:00:00.250Z");

	private LineItem item() {
		return this.sandbox.gradebook().lineItem(Courses.FIRST, 1).orElseThrow();
	}

	private Person student() {
		return this.sandbox.people().byUsername("student1").orElseThrow();
	}

	private @Nullable Double result() {
		return grade().map(Grade::result).orElse(null);
	}

	private Optional<Grade> grade() {
		return this.sandbox.gradebook().grade(item(), student());
	}

	private Map<String, Object> score(double given, Instant timestamp) {
		Map<String, Object> score = new LinkedHashMap<>();
		score.put("userId", this.sandbox.ids().subject(student()));
		score.put("scoreGiven", given);
		score.put("scoreMaximum", 10);
		score.put("activityProgress", "Completed");
		score.put("gradingProgress", "FullyGraded");
		score.put("timestamp", timestamp.toString());
		return score;
	}

	private HttpResponse<String> post(Map<String, Object> score) {
		return post(Json.write(score));
	}

	private HttpResponse<String> post(String body) {
		return this.tool.call(token(), "POST", scores(), MediaTypes.SCORE, body);
	}

	private String token() {
		String audience = this.sandbox.manners() == Manners.BRIGHTSPACE ? "https://api.brightspace.com/auth/token"
				: this.sandbox.tokenEndpoint().toString();
		HttpResponse<String> response = this.tool.askForToken(this.sandbox,
				this.tool.sign(this.tool.assertionClaims(audience)), Scopes.SCORE);
		return (String) Objects.requireNonNull(json(response).get("access_token"));
	}

	private String scores() {
		String item = this.sandbox.addresses().lineItem(Courses.FIRST, item());
		return item.contains("?") ? item.replace("?", "/scores?") : item + "/scores";
	}

	@AfterEach
	void emptied() {
		this.sandbox.gradebook().clear(item(), student());
	}

	@Nested
	class BySpecification {

		@Test
		void aScoreIsScaledToTheColumn() {
			assertThat(post(score(8, NOON)).statusCode()).isEqualTo(200);
			assertThat(result()).isEqualTo(80);
		}

		@Test
		void anEarlierScoreIsRefused() {
			post(score(8, NOON));
			assertThat(post(score(3, NOON.minusMillis(1))).statusCode()).isEqualTo(409);
			assertThat(result()).isEqualTo(80);
		}

		@Test
		void aLaterScoreReplacesIt() {
			post(score(8, NOON));
			assertThat(post(score(3, NOON.plusMillis(1))).statusCode()).isEqualTo(200);
			assertThat(result()).isEqualTo(30);
		}

		@Test
		void aScoreWithoutPointsEmptiesTheGrade() {
			post(score(8, NOON));
			Map<String, Object> emptied = score(0, NOON.plusSeconds(1));
			emptied.remove("scoreGiven");
			emptied.remove("scoreMaximum");
			assertThat(post(emptied).statusCode()).isEqualTo(200);
			assertThat(result()).isNull();
		}

		@Test
		void aScoreThatIsNotFinalLeavesTheGrade() {
			post(score(8, NOON));
			Map<String, Object> pending = score(1, NOON.plusSeconds(1));
			pending.put("gradingProgress", "Pending");
			assertThat(post(pending).statusCode()).isEqualTo(200);
			assertThat(result()).isEqualTo(80);
		}

		@ParameterizedTest
		@CsvSource({ "userId,", "timestamp,yesterday", "timestamp,2026-11-24T12:00:00", "activityProgress,Done",
				"gradingProgress,", "scoreGiven,-1", "scoreMaximum,0" })
		void aMalformedScoreIsRefused(String member, @Nullable String value) {
			Map<String, Object> score = score(8, NOON);
			score.remove(member);
			if (value != null) {
				score.put(member, value.matches("-?\\d+") ? (Object) Integer.valueOf(value) : value);
			}
			assertThat(post(score).statusCode()).isEqualTo(400);
		}

		@Test
		void aTeacherCannotBeGraded() {
			Map<String, Object> score = score(8, NOON);
			score.put("userId", sandbox.ids().subject(sandbox.people().byUsername("instructor1").orElseThrow()));
			assertThat(post(score).statusCode()).isEqualTo(422);
		}

		@Test
		void aTokenWithoutTheScopeIsForbidden() {
			String token = tool.token(sandbox, Scopes.RESULT_READ);
			HttpResponse<String> response = tool.call(token, "POST", scores(), MediaTypes.SCORE,
					Json.write(score(8, NOON)));
			assertThat(response.statusCode()).isEqualTo(403);
		}

		@Test
		void anotherMediaTypeIsRefused() {
			assertThat(
					tool.call(token(), "POST", scores(), "application/json", Json.write(score(8, NOON))).statusCode())
				.isEqualTo(415);
		}

	}

	@Nested
	class InMannersOfMoodle {

		@Test
		void theSameSecondIsAConflict() {
			sandbox.manners(Manners.MOODLE);
			assertThat(post(score(8, NOON)).statusCode()).isEqualTo(200);
			HttpResponse<String> again = post(score(9, NOON.plusMillis(700)));
			assertThat(again.statusCode()).isEqualTo(409);
			assertThat(again.body()).isEqualTo("[]");
			assertThat(post(score(9, NOON.plusSeconds(1))).body()).isEmpty();
		}

		@Test
		void aRefusalOfABodyWithALineBreakLooksLikeSuccess() {
			sandbox.manners(Manners.MOODLE);
			Map<String, Object> score = score(8, NOON);
			score.put("userId", "99999");
			HttpResponse<String> response = post(
					Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(score));
			assertThat(response.statusCode()).isEqualTo(200);
			assertThat(response.body()).isEqualTo("[]");
		}

		@Test
		void anUnfinishedScoreWipesTheGradeAndItsTime() {
			sandbox.manners(Manners.MOODLE);
			post(score(8, NOON));
			Map<String, Object> started = score(1, NOON.plusSeconds(5));
			started.put("gradingProgress", "NotReady");
			post(started);
			assertThat(grade()).isEmpty();
			assertThat(post(score(7, NOON.minusSeconds(60))).statusCode()).isEqualTo(200);
		}

		@Test
		void tooManyPointsAreCutAndNegativeOnesAreNone() {
			sandbox.manners(Manners.MOODLE);
			post(score(12, NOON));
			assertThat(result()).isEqualTo(100);
			post(score(-3, NOON.plusSeconds(1)));
			assertThat(result()).isEqualTo(0);
		}

		@Test
		void aTeachersGradeStays() {
			sandbox.manners(Manners.MOODLE);
			sandbox.gradebook().override(item(), student(), 55);
			assertThat(post(score(8, Instant.now().plusSeconds(60))).statusCode()).isEqualTo(200);
			assertThat(result()).isEqualTo(55);
		}

		@Test
		void aBadTokenIsUnauthorisedInMoodlesWords() {
			sandbox.manners(Manners.MOODLE);
			HttpResponse<String> response = tool.call("nonsense", "POST", scores(), MediaTypes.SCORE,
					Json.write(score(8, NOON)));
			assertThat(response.statusCode()).isEqualTo(401);
			assertThat(json(response)).containsEntry("status", 401).containsKeys("reason", "request");
		}

	}

	@Nested
	class InMannersOfCanvas {

		@Test
		void theSameTimestampIsTakenAgainAndIsAnotherAttempt() {
			sandbox.manners(Manners.CANVAS);
			assertThat(json(post(score(8, NOON)))).containsKey("resultUrl");
			assertThat(post(score(8, NOON)).statusCode()).isEqualTo(200);
			assertThat(grade().map(Grade::attempts)).contains(2);
		}

		@Test
		void anEarlierOneIsRefusedWithBothTimes() {
			sandbox.manners(Manners.CANVAS);
			post(score(8, NOON));
			HttpResponse<String> response = post(score(8, NOON.minusMillis(1)));
			assertThat(response.statusCode()).isEqualTo(400);
			assertThat(response.body()).contains("before last updated timestamp");
		}

		@Test
		void aScoreThatIsNotReadyEmptiesTheGradeUnlessItIsToBeKept() {
			sandbox.manners(Manners.CANVAS);
			post(score(8, NOON));
			Map<String, Object> started = score(1, NOON.plusSeconds(1));
			started.put("gradingProgress", "NotReady");
			started.put("https://canvas.instructure.com/lti/submission", Map.of("preserve_score", true));
			post(started);
			assertThat(result()).isEqualTo(80);
			started.remove("https://canvas.instructure.com/lti/submission");
			post(started);
			assertThat(result()).isNull();
		}

		@Test
		void aTeacherIsNoStudent() {
			sandbox.manners(Manners.CANVAS);
			Map<String, Object> score = score(8, NOON);
			score.put("userId", sandbox.ids().subject(sandbox.people().byUsername("instructor1").orElseThrow()));
			HttpResponse<String> response = post(score);
			assertThat(response.statusCode()).isEqualTo(422);
			assertThat(response.body()).contains("User not found in course or is not a student");
		}

	}

	@Nested
	class InMannersOfOthers {

		@Test
		void sakaiTakesWhateverComesLast() {
			sandbox.manners(Manners.SAKAI);
			post(score(8, NOON));
			assertThat(post(score(3, NOON.minusSeconds(60))).statusCode()).isEqualTo(200);
			assertThat(result()).isEqualTo(30);
		}

		@Test
		void blackboardDoesNotFindAnUnknownUser() {
			sandbox.manners(Manners.BLACKBOARD);
			Map<String, Object> score = score(8, NOON);
			score.put("userId", "nobody");
			assertThat(post(score).body()).isEqualTo("User could not be found: nobody");
		}

		@Test
		void brightspaceTellsThreeKindsOfUserApart() {
			sandbox.manners(Manners.BRIGHTSPACE);
			Map<String, Object> score = score(8, NOON);
			score.put("userId", "nobody");
			assertThat(post(score).statusCode()).isEqualTo(404);
			score.put("userId", sandbox.ids().subject(sandbox.people().administrator()));
			assertThat(post(score).statusCode()).isEqualTo(403);
			score.put("userId", sandbox.ids().subject(sandbox.people().byUsername("instructor1").orElseThrow()));
			assertThat(post(score).statusCode()).isEqualTo(422);
		}

	}

}
