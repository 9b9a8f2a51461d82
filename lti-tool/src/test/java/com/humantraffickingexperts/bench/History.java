package com.humantraffickingexperts.bench;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.SplittableRandom;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.database.Ids;

/**
 * Fills a database with what years of use leave behind: launches over a month, the people
 * and places that they are about, and an attempt for each. What the tool itself wrote
 * about one launch serves as the pattern, so that the rows are as wide as real ones.
 */
final class History {

	private static final int BATCH = 1000;

	/** A table that says that all was written. */
	private static final String FILLED = "bench_filled";

	/** Launches are kept for a month; the oldest must not be cleaned away meanwhile. */
	private static final Duration SPREAD = Duration.ofDays(29);

	/** So long nonces are kept. */
	private static final Duration NONCES = Duration.ofHours(25);

	private static final int VISITS_EACH = 4;

	private static final int PAGES_EACH = 3;

	private static final int PEOPLE_IN_A_COURSE = 250;

	private final Connection connection;

	private final Pattern pattern;

	private final long launches;

	private final long people;

	private final long courses;

	private final int linksPerCourse;

	private final String module;

	private final Instant now = Instant.now();

	private final SplittableRandom random = new SplittableRandom(1);

	private History(Connection connection, Pattern pattern, long launches, Options options) {
		this.connection = connection;
		this.pattern = pattern;
		this.launches = launches;
		this.linksPerCourse = options.links();
		this.people = people(launches, options);
		this.courses = Math.max(options.courses(), this.people / PEOPLE_IN_A_COURSE);
		this.module = options.module();
	}

	/**
	 * How many people a history has: those with smaller numbers are in it.
	 * @param launches how many launches
	 * @param options how many activities a course has
	 * @return the number of people
	 */
	static long people(long launches, Options options) {
		return Math.ceilDiv(launches, Math.min(VISITS_EACH, options.links()));
	}

	/**
	 * How many people a filled database knows; all have smaller numbers than that.
	 * @param database the database
	 * @param launches how many launches it shall hold
	 * @return the number of people; 0 when it is not filled yet
	 */
	static long peopleIn(BenchDatabase database, long launches) {
		try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
			try (ResultSet marks = statement
				.executeQuery("select count(*) from information_schema.tables where lower(table_name) = '" + FILLED
						+ "' and table_schema = " + (database.embedded() ? "'PUBLIC'" : "database()"))) {
				if (!marks.next() || marks.getInt(1) == 0) {
					return 0;
				}
			}
			try (ResultSet people = statement.executeQuery("select count(*) from lti_user")) {
				people.next();
				return people.getLong(1);
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException("The database of %,d launches cannot be read".formatted(launches), ex);
		}
	}

	/**
	 * Fills a database in which the tool has recorded at least one launch.
	 * @param database a connection of its own
	 * @param launches how many launches to add
	 * @param options the shape of courses
	 * @throws SQLException when a row cannot be written
	 */
	static void fill(Connection database, long launches, Options options) throws SQLException {
		database.setAutoCommit(false);
		new History(database, Pattern.read(database), launches, options).fill();
	}

	private void fill() throws SQLException {
		insert("insert into lti_user (id, registration_id, subject, name, created_at, updated_at) values (?,?,?,?,?,?)",
				this.people, this::user);
		insert("""
				insert into context (id, registration_id, deployment_id, platform_context_id, title, label, created_at,
				updated_at) values (?,?,?,?,?,?,?,?) on duplicate key update title = title""", this.courses,
				this::context);
		insert("""
				insert into resource_link (id, registration_id, deployment_id, context_id, platform_link_id, title,
				created_at, updated_at) values (?,?,?,?,?,?,?,?) on duplicate key update title = values(title)""",
				this.courses * this.linksPerCourse, this::link);
		insert("""
				insert into launch (id, registration_id, deployment_id, user_id, context_id, resource_link_id,
				message_type, standing, test_user, details, nonce_digest, token_digest, session_digest,
				session_expires_at, launched_at) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)""", this.launches,
				this::launch);
		insert("""
				insert into attempt (id, resource_link_id, user_id, module_id, module_version, preview, started_at,
				last_item, completed_at, reported_percent) values (?,?,?,?,?,?,?,?,?,?)""", this.launches,
				this::attempt);
		insert("insert into page_view (attempt_id, page_id, viewed_at) values (?,?,?)", this.launches * PAGES_EACH,
				this::pageView);
		insert("""
				insert into assessment_try (id, attempt_id, assessment_id, try_number, module_version, seed, questions,
				started_at, submitted_at, earned, maximum, result_percent, passed)
				values (?,?,?,?,?,?,?,?,?,?,?,?,?)""", this.launches / 2, this::assessmentTry);
		try (Statement statement = this.connection.createStatement()) {
			statement.execute(this.connection.getMetaData().getURL().startsWith("jdbc:h2:") ? "analyze"
					: "analyze table launch, lti_user, attempt, resource_link, context");
			statement.execute("create table " + FILLED + " (launches bigint)");
		}
		this.connection.commit();
	}

	private void insert(String sql, long rows, Row row) throws SQLException {
		try (PreparedStatement statement = this.connection.prepareStatement(sql)) {
			for (long number = 0; number < rows; number++) {
				row.bind(new Columns(statement), number);
				statement.addBatch();
				if (number % BATCH == BATCH - 1 || number == rows - 1) {
					statement.executeBatch();
					this.connection.commit();
				}
			}
		}
	}

	private void user(Columns row, long person) throws SQLException {
		Visit visit = new Visit(person, 0, 0);
		LocalDateTime first = time(person);
		row.next(userId(person)).next(this.pattern.registration()).next(visit.subject()).next(visit.name());
		row.next(first).next(first);
	}

	private void context(Columns row, long course) throws SQLException {
		String id = visit(course, 0).contextId();
		LocalDateTime first = time(0);
		row.next(contextId(id)).next(this.pattern.registration()).next(this.pattern.deployment()).next(id);
		row.next("Course " + course).next("C" + course).next(first).next(first);
	}

	private void link(Columns row, long number) throws SQLException {
		Visit visit = visit(number % this.courses, Math.toIntExact(number / this.courses));
		LocalDateTime first = time(0);
		row.next(linkId(visit)).next(this.pattern.registration()).next(this.pattern.deployment());
		row.next(contextId(visit.contextId())).next(visit.linkId()).next("Activity " + visit.link());
		row.next(first).next(first);
	}

	private void launch(Columns row, long number) throws SQLException {
		Visit visit = visit(number);
		Instant at = instant(number);
		row.next(id("launch", number)).next(this.pattern.registration()).next(this.pattern.deployment());
		row.next(userId(visit.person())).next(contextId(visit.contextId())).next(linkId(visit));
		row.next("RESOURCE_LINK").next("LEARNER").next(false).next(this.pattern.details());
		row.next(at.isAfter(this.now.minus(NONCES)) ? digest() : null).next(digest()).next(digest());
		row.next(utc(at.plus(Duration.ofHours(4)))).next(utc(at));
	}

	private void attempt(Columns row, long number) throws SQLException {
		Visit visit = visit(number);
		Instant at = instant(number);
		boolean completed = number % 2 == 0;
		row.next(id("attempt", number)).next(linkId(visit)).next(userId(visit.person())).next(this.module);
		row.next("1.0.0").next(false).next(utc(at)).next("page-" + PAGES_EACH);
		row.next(completed ? utc(at.plus(Duration.ofMinutes(40))) : null);
		row.next(completed ? new BigDecimal("87.50") : null);
	}

	private void pageView(Columns row, long number) throws SQLException {
		long attempt = number / PAGES_EACH;
		row.next(id("attempt", attempt)).next("page-" + number % PAGES_EACH).next(time(attempt));
	}

	private void assessmentTry(Columns row, long number) throws SQLException {
		long attempt = number * 2;
		LocalDateTime at = time(attempt);
		row.next(id("try", attempt)).next(id("attempt", attempt)).next("final").next(1).next("1.0.0");
		row.next(this.random.nextLong()).next("q-01,q-02,q-03,q-04,q-05,q-06,q-07,q-08").next(at).next(at);
		row.next(new BigDecimal("7.0000000000")).next(new BigDecimal("8.0000000000")).next(new BigDecimal("87.50"));
		row.next(true);
	}

	private Visit visit(long launch) {
		long person = launch % this.people;
		return new Visit(person, Math.toIntExact(person % this.courses), Math.toIntExact(launch / this.people));
	}

	private static Visit visit(long course, int link) {
		return new Visit(0, Math.toIntExact(course), link);
	}

	private String userId(long person) {
		return Ids.derived("user", this.pattern.registration(), new Visit(person, 0, 0).subject());
	}

	private String contextId(String platformId) {
		return Ids.derived("context", this.pattern.registration(), this.pattern.deployment(), platformId);
	}

	private String linkId(Visit visit) {
		return Ids.derived("resource_link", this.pattern.registration(), this.pattern.deployment(), visit.linkId());
	}

	/** In the order of time, and the same for the same number. */
	private String id(String kind, long number) {
		return Ids.earliest(instant(number)).substring(0, 12) + Ids.derived(kind, Long.toString(number)).substring(12);
	}

	private Instant instant(long launch) {
		return this.now.minus(SPREAD).plusMillis(Math.round((double) SPREAD.toMillis() / this.launches * launch));
	}

	private LocalDateTime time(long launch) {
		return utc(instant(launch));
	}

	private static LocalDateTime utc(Instant instant) {
		return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
	}

	private String digest() {
		byte[] bytes = new byte[32];
		this.random.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	/**
	 * What the tool wrote about one launch.
	 *
	 * @param registration its registration
	 * @param deployment its deployment
	 * @param details its details
	 */
	private record Pattern(String registration, String deployment, String details) {

		static Pattern read(Connection connection) throws SQLException {
			try (Statement statement = connection.createStatement();
					ResultSet row = statement
						.executeQuery("select registration_id, deployment_id, details from launch limit 1")) {
				if (!row.next()) {
					throw new IllegalStateException("There is no launch yet to take as the pattern");
				}
				return new Pattern(row.getString(1), row.getString(2), row.getString(3));
			}
		}

	}

	/** The columns of one row, from left to right. */
	private static final class Columns {

		private final PreparedStatement statement;

		private int last;

		Columns(PreparedStatement statement) {
			this.statement = statement;
		}

		Columns next(@Nullable Object value) throws SQLException {
			this.last++;
			this.statement.setObject(this.last, value);
			return this;
		}

	}

	/** Binds one row. */
	@FunctionalInterface
	private interface Row {

		void bind(Columns row, long number) throws SQLException;

	}

}
