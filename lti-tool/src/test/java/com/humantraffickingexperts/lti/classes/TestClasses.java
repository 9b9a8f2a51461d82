package com.humantraffickingexperts.lti.classes;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.humantraffickingexperts.lti.database.Ids;
import com.humantraffickingexperts.lti.database.Utc;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;

/**
 * A class in the database, for tests: of each seven learners one has not begun, one
 * reads, one began the check, one failed it, one passed it and read too little, and two
 * have completed the module. Names repeat after a while, as names do.
 */
public final class TestClasses {

	/** When the first learner begins. */
	public static final Instant FIRST = Instant.parse("2026-11-01T09:00:00Z");

	private static final String[] GIVEN = { "Amara", "Bronwen", "Chidi", "Dilys", "Eoin", "Fatima", "Gethin", "Hadiza",
			"Ines", "Jakub", "Kwame", "Lowri", "Maëlle", "Ngozi", "Oisín", "Priya", "Rhys", "Siân", "Tomasz" };

	private static final String[] FAMILY = { "Adeyemi", "Bianchi", "Castellano-Whitmore", "Davies", "Évrard",
			"Fitzgerald", "Griffiths", "Hussain", "Ivanova", "Jones", "Kaur", "Lloyd", "MacDonald", "Nowak", "Okafor",
			"Pritchard", "Ó Súilleabháin" };

	private static final int KINDS = 7;

	private final JdbcTemplate jdbc;

	private final CurrentLaunch launch;

	private final List<Object[]> users = new ArrayList<>();

	private final List<Object[]> members = new ArrayList<>();

	private final List<Object[]> attempts = new ArrayList<>();

	private final List<Object[]> tries = new ArrayList<>();

	private final List<Object[]> answers = new ArrayList<>();

	private final List<Object[]> views = new ArrayList<>();

	private final List<Object[]> scores = new ArrayList<>();

	private TestClasses(JdbcTemplate jdbc, CurrentLaunch launch) {
		this.jdbc = jdbc;
		this.launch = launch;
	}

	/**
	 * Fills the class of a launch.
	 * @param jdbc where
	 * @param launch a launch of that class; its list of members is read
	 * @param learners how many learners
	 */
	public static void fill(JdbcTemplate jdbc, CurrentLaunch launch, int learners) {
		TestClasses filled = new TestClasses(jdbc, launch);
		for (int number = 0; number < learners; number++) {
			filled.add(number);
		}
		// In one commit: a server makes each of them safe on its disk.
		new TransactionTemplate(new JdbcTransactionManager(Objects.requireNonNull(jdbc.getDataSource())))
			.executeWithoutResult((status) -> filled.write());
	}

	/**
	 * Divides a class into groups: of each three learners one is in a tutorial, one in
	 * that and in a project, and one in none.
	 * @param jdbc where
	 * @param launch a launch of that class, which is filled
	 * @param learners how many learners it has
	 */
	public static void divide(JdbcTemplate jdbc, CurrentLaunch launch, int learners) {
		String context = Objects.requireNonNull(launch.context()).id().value();
		String[][] groups = { { "Monday", "Tutorials" },
				{ "Thursday – with a very long name that has to fit", "Tutorials" }, { "Red team", null } };
		for (int number = 0; number < groups.length; number++) {
			jdbc.update(
					"insert into course_group (context_id, id, registration_id, name, set_name) values (?, ?, ?, ?, ?)",
					context, group(launch, number), launch.registration().id().value(), groups[number][0],
					groups[number][1]);
		}
		List<Object[]> members = new ArrayList<>();
		for (int number = 0; number < learners; number++) {
			String tutorial = group(launch, number % 2);
			String in = switch (number % 3) {
				case 0 -> "";
				case 1 -> tutorial;
				default -> tutorial + "," + group(launch, 2);
			};
			members.add(new Object[] { in, context, user(launch, number) });
		}
		jdbc.batchUpdate("update membership set group_ids = ? where context_id = ? and user_id = ?", members);
	}

	/**
	 * Has somebody decide about one of the learners: more time, one more try, and to
	 * begin again, before the attempt that counts.
	 * @param jdbc where
	 * @param launch the launch of whoever decides
	 * @param number which learner
	 */
	public static void decide(JdbcTemplate jdbc, CurrentLaunch launch, int number) {
		String by = launch.user().id().value();
		String learner = user(launch, number);
		String old = Ids.derived("old attempt", learner);
		jdbc.update("""
				insert into lti_user (id, registration_id, subject, name, created_at, updated_at)
				values (?, ?, ?, ?, ?, ?) on duplicate key update name = values(name)
				""", by, launch.registration().id().value(), launch.user().subject(), launch.user().name(), at(0, 0),
				at(0, 0));
		jdbc.update("""
				insert into extra_time (id, user_id, context_id, percent, minutes, reason, granted_by, granted_at)
				values (?, ?, ?, 25, 5, 'Reads with a screen reader.', ?, ?)
				""", Ids.derived("time", learner), learner, Objects.requireNonNull(launch.context()).id().value(), by,
				at(number, 9));
		jdbc.update(
				"""
						insert into attempt (id, resource_link_id, user_id, module_id, module_version, preview, started_at, reset_id)
						values (?, ?, ?, ?, '1.0.0', false, ?, ?)
						""",
				old, link(launch), learner, launch.module(), at(0, 0), old);
		jdbc.update("insert into extra_try (attempt_id, grant_number, granted_by, granted_at) values (?, 1, ?, ?)", old,
				by, at(0, 4));
		jdbc.update("insert into attempt_reset (id, attempt_id, reason, reset_by, reset_at) values (?, ?, ?, ?, ?)",
				old, old,
				"The connection broke in the middle of the check, and the answers of the first half were lost.", by,
				at(0, 5));
	}

	/** Our name for a group. */
	public static String group(CurrentLaunch launch, int number) {
		return Ids.derived("group", Objects.requireNonNull(launch.context()).id().value(), String.valueOf(number));
	}

	/** Our name for one of the learners. */
	public static String user(CurrentLaunch launch, int number) {
		return Ids.derived("user", launch.registration().id().value(), subject(launch, number));
	}

	/** The platform's name for one of the learners; no two courses share one. */
	public static String subject(CurrentLaunch launch, int number) {
		return "learner-" + number + "@" + Objects.requireNonNull(launch.link()).platformId();
	}

	/** The attempt of one of the learners. */
	public static String attempt(CurrentLaunch launch, int number) {
		return Ids.derived("attempt", link(launch), user(launch, number));
	}

	private static String link(CurrentLaunch launch) {
		return Objects.requireNonNull(launch.link()).id().value();
	}

	private static LocalDateTime at(int number, int minutes) {
		return Utc.of(FIRST.plus(Duration.ofMinutes(number * 7L % 20_000 + minutes)));
	}

	private void add(int number) {
		String user = user(this.launch, number);
		String registration = this.launch.registration().id().value();
		String name = GIVEN[number % GIVEN.length] + " " + FAMILY[number % FAMILY.length];
		this.users.add(new Object[] { user, registration, subject(this.launch, number),
				(number % 10 == 9) ? null : name, at(0, 0), at(0, 0) });
		this.members.add(new Object[] { Objects.requireNonNull(this.launch.context()).id().value(), user, registration,
				"LEARNER", false, "ACTIVE", (number % 29 == 28) ? at(0, 0) : null, at(0, 0), at(0, 0) });
		int kind = number % KINDS;
		if (kind == 0) {
			return;
		}
		String attempt = attempt(this.launch, number);
		boolean completed = kind >= 5;
		this.attempts.add(new Object[] { attempt, link(this.launch), user, this.launch.module(), "1.0.0", false,
				at(number, 0), completed ? at(number, 30) : null, completed ? result(number) : null, at(number, 31),
				60 * (5 + number % 90) });
		for (int page = 0; page < 5; page++) {
			this.views.add(new Object[] { attempt, "page-" + page, at(number, page) });
		}
		if (kind == 2) {
			addTry(attempt, number, 1, null, false);
		}
		else if (kind == 3) {
			addTry(attempt, number, 1, "25.00", false);
		}
		else if (kind == 4) {
			addTry(attempt, number, 1, "100.00", true);
		}
		else if (completed) {
			addTry(attempt, number, 1, "25.00", false);
			addTry(attempt, number, 2, result(number), true);
			addScore(attempt, user, number);
		}
	}

	private static String result(int number) {
		return (number % 2 == 0) ? "87.50" : "100.00";
	}

	private void addTry(String attempt, int number, int tryNumber, @Nullable String percent, boolean passed) {
		String id = Ids.derived("try", attempt, String.valueOf(tryNumber));
		boolean over = percent != null;
		this.tries.add(new Object[] { id, attempt, "final", tryNumber, "1.0.0", 42L, "q-who,q-adult,q-child,q-british",
				at(number, 10 * tryNumber), over ? at(number, 10 * tryNumber + 4) : null, over ? 4 : null,
				over ? 4 : null, percent, over ? passed : null });
		if (over) {
			addAnswer(id, "q-who", "responder", number);
			addAnswer(id, "q-adult", passed ? "name" : "sector", number);
			addAnswer(id, "q-child", passed ? "explain,refer" : "explain", number);
			if (passed) {
				addAnswer(id, "q-british", "true", number);
			}
		}
	}

	private void addAnswer(String id, String question, String choice, int number) {
		this.answers.add(new Object[] { id, question, "CHOICES", choice, at(number, 12) });
	}

	private void addScore(String attempt, String user, int number) {
		String state = (number % 12 == 6) ? "REFUSED" : "SENT";
		this.scores.add(new Object[] { Ids.derived("score", link(this.launch), user), 1, attempt, user,
				subject(this.launch, number), this.launch.registration().id().value(), "1", "MOODLE", link(this.launch),
				"link-1", "Referral", "s", this.launch.module(), "1.0.0", result(number), 100, at(number, 30),
				at(number, 30), at(number, 30), state, "REFUSED".equals(state) ? "COLUMN_LOCKED" : null, 1, false,
				"SENT".equals(state) ? at(number, 31) : null, at(number, 30), at(number, 31) });
	}

	private void write() {
		placeActivity();
		insert("lti_user (id, registration_id, subject, name, created_at, updated_at)", this.users);
		insert("membership (context_id, user_id, registration_id, standing, test_user, status, gone_at, created_at, "
				+ "updated_at)", this.members);
		insert("attempt (id, resource_link_id, user_id, module_id, module_version, preview, started_at, completed_at, "
				+ "reported_percent, active_at, active_seconds)", this.attempts);
		insert("page_view (attempt_id, page_id, viewed_at)", this.views);
		insert("assessment_try (id, attempt_id, assessment_id, try_number, module_version, seed, questions, "
				+ "started_at, submitted_at, earned, maximum, result_percent, passed)", this.tries);
		insert("answer (try_id, question_id, kind, choice, saved_at)", this.answers);
		insert("score (id, revision, attempt_id, user_id, subject, registration_id, deployment_id, family, "
				+ "resource_link_id, platform_link_id, title, scopes, module, module_version, given, maximum, "
				+ "completed_at, score_timestamp, owed_at, state, reason, attempts, unsure, sent_at, created_at, "
				+ "updated_at)", this.scores);
		this.jdbc.update("""
				insert into roster (context_id, registration_id, deployment_id, family, memberships_url, active_at,
				  tried_at, fetched_at, created_at, updated_at)
				values (?, ?, '1', 'MOODLE', 'https://moodle.example.org/nrps', ?, ?, ?, ?, ?)
				""", Objects.requireNonNull(this.launch.context()).id().value(),
				this.launch.registration().id().value(), at(0, 0), at(0, 0), at(0, 0), at(0, 0), at(0, 0));
	}

	private void placeActivity() {
		this.jdbc.update("""
				insert into resource_link (id, registration_id, deployment_id, context_id, platform_link_id, created_at,
				  updated_at)
				values (?, ?, '1', ?, 'link-1', ?, ?)
				""", link(this.launch), this.launch.registration().id().value(),
				Objects.requireNonNull(this.launch.context()).id().value(), at(0, 0), at(0, 0));
	}

	private void insert(String into, List<Object[]> rows) {
		if (!rows.isEmpty()) {
			String marks = "?" + ", ?".repeat(rows.getFirst().length - 1);
			this.jdbc.batchUpdate("insert into " + into + " values (" + marks + ")", rows);
		}
	}

}
