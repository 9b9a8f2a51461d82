package com.humantraffickingexperts.lti.grades;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.humantraffickingexperts.lti.database.Ids;
import com.humantraffickingexperts.lti.database.Utc;
import com.humantraffickingexperts.lti.registration.RegistrationId;

/** Grades of a platform in every state, for pages that show them. */
public final class TestGrades {

	private static final Instant DAY = Instant.parse("2026-11-20T09:30:00Z");

	private static final List<State> STATES = List.of(new State("SENT", null, null), new State("SENT", null, null),
			new State("WAITING", null, null), new State("RETRYING", DeliveryReason.PLATFORM_FAILED, null),
			new State("REFUSED", DeliveryReason.NOT_GRADABLE, null), new State("SENT", null, Drift.OVERRIDDEN),
			new State("REFUSED", DeliveryReason.COLUMN_GONE, null), new State("SENT", null, Drift.MISSING));

	private TestGrades() {
	}

	/**
	 * Puts grades into the database.
	 * @param jdbc the database
	 * @param registration the platform
	 * @param number how many grades
	 */
	public static void fill(JdbcClient jdbc, RegistrationId registration, int number) {
		IntStream.range(0, number).forEach((one) -> add(jdbc, registration, one, STATES.get(one % STATES.size())));
		jdbc.sql("""
				insert into score_lane (registration_id, epoch, failures, reason, opened_at, paused_until, updated_at)
				values (:registration, 7, 12, 'PLATFORM_FAILED', :opened, :paused, :opened)
				""")
			.param("registration", registration.value())
			.param("opened", Utc.of(DAY))
			.param("paused", Utc.of(Instant.parse("2999-01-01T00:00:00Z")))
			.update();
		jdbc.sql("""
				insert into score_reading (registration_id, read_at, compared, drifted, mended, unread)
				values (:registration, :at, 61, 2, 1, 1)
				""").param("registration", registration.value()).param("at", Utc.of(DAY)).update();
	}

	private static void add(JdbcClient jdbc, RegistrationId registration, int number, State state) {
		String id = Ids.derived("test grade", registration.value(), Integer.toString(number));
		Instant owed = DAY.minus(Duration.ofMinutes(number));
		boolean sent = "SENT".equals(state.state);
		jdbc.sql("""
				insert into score (id, revision, attempt_id, user_id, subject, registration_id, deployment_id, family,
				  resource_link_id, platform_link_id, title, scopes, line_item, module, module_version, given, maximum,
				  completed_at, score_timestamp, owed_at, state, reason, attempts, unsure, next_attempt_at, sent_at,
				  sent_given, sent_maximum, sent_line_item, drift, drift_at, held_given, held_maximum, created_at,
				  updated_at)
				values (:id, 2, :id, :user, 's', :registration, '1', 'MOODLE', :link, '7',
				  'Spot the signs of exploitation at work', 'x', 'https://lms.example/l/1', 'spot-the-signs', '1.2.0',
				  :given, 10, :owed, :owed, :owed, :state, :reason, 3, false, :next, :sentAt, :sentGiven, :sentMaximum,
				  :item, :drift, :driftAt, :held, :heldMaximum, :owed, :owed)
				""")
			.param("id", id)
			.param("user", Ids.derived("test learner", Integer.toString(number)))
			.param("registration", registration.value())
			.param("link", Ids.derived("test link", "1"))
			.param("given", 5 + number % 6)
			.param("owed", Utc.of(owed))
			.param("state", state.state)
			.param("reason", (state.reason == null) ? null : state.reason.name())
			.param("next", (state.reason == DeliveryReason.PLATFORM_FAILED) ? Utc.of(owed.plusSeconds(80)) : null)
			.param("sentAt", sent ? Utc.of(owed.plusSeconds(2)) : null)
			.param("sentGiven", sent ? 5 + number % 6 : null)
			.param("sentMaximum", sent ? 10 : null)
			.param("item", sent ? "https://lms.example/l/1" : null)
			.param("drift", (state.drift == null) ? null : state.drift.name())
			.param("driftAt", (state.drift == null) ? null : Utc.of(DAY))
			.param("held", (state.drift == Drift.OVERRIDDEN) ? 3 : null)
			.param("heldMaximum", (state.drift == Drift.OVERRIDDEN) ? 10 : null)
			.update();
		event(jdbc, id, 1, "OWED", "", null, null, 1, owed.minusSeconds(7200));
		event(jdbc, id, 1, "FAILED", "PLATFORM_FAILED", "STANDARD", 503, 4, owed.minusSeconds(7000));
		event(jdbc, id, 1, "FAILED", "LATER_GRADE_HELD", "RESULT", 409, 1, owed.minusSeconds(6000));
		event(jdbc, id, 1, "DELIVERED", "", "STANDARD", 200, 1, owed.minusSeconds(5000));
		event(jdbc, id, 2, "OWED", "", null, null, 1, owed);
		if (number % 4 == 0) {
			jdbc.sql("update score_event set kind = 'REGRADED', note = :note where score_id = :score and revision = 2")
				.param("note",
						"The guidance changed in May 2026, and the question still asked for what it said before.")
				.param("score", id)
				.update();
		}
		if (sent) {
			event(jdbc, id, 2, "DELIVERED", "", "STANDARD", 200, 1, owed.plusSeconds(2));
		}
		if (state.drift != null) {
			event(jdbc, id, 2, state.drift.name(), "", null, null, 1, DAY);
		}
		if ("REFUSED".equals(state.state)) {
			event(jdbc, id, 2, "REFUSED", String.valueOf(state.reason), "PRODUCT", 400, 1, owed.plusSeconds(3));
		}
	}

	private static void event(JdbcClient jdbc, String score, int revision, String kind, String reason,
			@Nullable String judgedBy, @Nullable Integer status, int times, Instant at) {
		jdbc.sql("""
				insert into score_event (score_id, revision, kind, reason, judged_by, status, times, given, maximum,
				  first_at, last_at, next_at)
				values (:score, :revision, :kind, :reason, :judgedBy, :status, :times, 5, 10, :first, :at, :next)
				""")
			.param("score", score)
			.param("revision", revision)
			.param("kind", kind)
			.param("reason", reason)
			.param("judgedBy", judgedBy)
			.param("status", status)
			.param("times", times)
			.param("first", Utc.of(at.minusSeconds(times * 20L)))
			.param("at", Utc.of(at))
			.param("next", "FAILED".equals(kind) ? Utc.of(at.plusSeconds(40)) : null)
			.update();
	}

	private record State(String state, @Nullable DeliveryReason reason, @Nullable Drift drift) {
	}

}
