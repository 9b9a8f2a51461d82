package com.humantraffickingexperts.lti.classes;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.util.LinkedMultiValueMap;

import com.humantraffickingexperts.lti.catalog.Catalog;
import com.humantraffickingexperts.lti.catalog.TestCoursePackages;
import com.humantraffickingexperts.lti.database.OnEachDatabase;
import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.lti.grades.TestGradeDelivery;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.learning.ClassProgress;
import com.humantraffickingexperts.lti.learning.TestClassProgress;
import com.humantraffickingexperts.lti.people.UserId;
import com.humantraffickingexperts.lti.roster.RosterStatus;
import com.humantraffickingexperts.lti.roster.TestRosters;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The size of a course does not decide how much is asked of the database. Nothing here
 * changes the course, so it is filled once.
 */
@OnEachDatabase
class AClassOf5000Tests {

	private static final int LEARNERS = 5000;

	private static final Map<TestDatabase.Product, TestDatabase> FILLED = new EnumMap<>(TestDatabase.Product.class);

	private final TestDatabase database;

	private final Counted counted;

	private final CurrentLaunch launch = ClassesPreview.launch("teacher--large--" + ClassesPreview.LIMITED);

	private final ClassProgress progress;

	private final Classes classes;

	AClassOf5000Tests(TestDatabase.Product product) {
		this.database = FILLED.computeIfAbsent(product, this::filled);
		this.counted = new Counted(this.database.dataSource());
		Catalog catalog = TestCoursePackages
			.catalog(TestCoursePackages.module().id(ClassesPreview.LIMITED).maximumAttempts(2).build());
		Clock clock = Clock.fixed(ClassesPreview.NOW, ZoneOffset.UTC);
		this.progress = TestClassProgress.on(this.counted, catalog, clock);
		this.classes = new Classes(this.progress, TestRosters.on(this.counted, clock),
				TestGradeDelivery.on(this.counted));
	}

	private TestDatabase filled(TestDatabase.Product product) {
		TestDatabase filled = TestDatabase.create(product);
		JdbcTemplate jdbc = new JdbcTemplate(filled.dataSource());
		filled.transactions().executeWithoutResult((status) -> {
			TestClasses.fill(jdbc, this.launch, LEARNERS);
			TestClasses.divide(jdbc, this.launch, LEARNERS);
			TestClasses.fill(jdbc, ClassesPreview.launch("teacher--other--" + ClassesPreview.LIMITED), 70);
		});
		return filled;
	}

	@AfterAll
	static void close() {
		FILLED.values().forEach(TestDatabase::close);
		FILLED.clear();
	}

	@Test
	void isReadByFourStatementsWithOneRowForEachPersonAndQuestion() {
		view(1);
		this.counted.reset();
		long begin = System.nanoTime();
		ClassView view = view(3);
		System.out.printf("A class of %d on %s: %d ms, %d statements, %d rows%n", LEARNERS, this.database.product(),
				(System.nanoTime() - begin) / 1_000_000, this.counted.statements.size(), this.counted.rows.get());
		assertThat(this.counted.statements).hasSize(4);
		assertThat(this.counted.rows.get()).isBetween(LEARNERS, 3 * LEARNERS + 1);
		assertThat(view.rows()).hasSize(ClassQuery.ON_A_PAGE);
		assertThat(view.groups()).hasSize(2);
		// Of those whom the platform no longer lists, one of seven never began.
		int gone = LEARNERS / 29;
		assertThat(view.found()).isBetween(LEARNERS - gone / 7 - 1, LEARNERS - gone / 7 + 1);
		ClassView.Summary summary = view.summary();
		assertThat(summary.completed() + summary.begun() + summary.notBegun()).isEqualTo(view.found());
		assertThat(summary.completed())
			.isEqualTo((int) IntStream.range(0, LEARNERS).filter((number) -> number % 7 >= 5).count());
	}

	@Test
	void isNotReadForTheSakeOfOneLearner() {
		UserId one = new UserId(TestClasses.user(this.launch, 4321));
		Learner inTheClass = this.classes.learners(this.launch)
			.stream()
			.filter((learner) -> learner.id().equals(one))
			.findFirst()
			.orElseThrow();
		this.counted.reset();
		assertThat(this.classes.learner(this.launch, one)).hasValue(inTheClass);
		assertThat(this.counted.statements).hasSizeLessThan(5);
		assertThat(this.counted.rows.get()).isLessThan(5);
		assertThat(this.classes.ofSubject(this.launch, TestClasses.subject(this.launch, 4321))).hasValue(inTheClass);
		assertThat(this.classes.learner(ClassesPreview.launch("teacher--other--" + ClassesPreview.LIMITED), one))
			.isEmpty();
	}

	@Test
	void hasItsQuestionsCountedByTheDatabase() {
		this.counted.reset();
		List<ClassProgress.Difficulty> questions = this.progress.difficulties(this.launch);
		assertThat(this.counted.statements).hasSize(2);
		assertThat(this.counted.rows.get()).isLessThan(20);
		assertThat(questions).hasSize(4)
			.allSatisfy((question) -> assertThat(question.asked()).isEqualTo(questions.getFirst().asked()));
		assertThat(questions.getFirst().rightPercent()).isEqualTo(100);
		assertThat(questions.getLast().rightPercent()).isEqualTo(25);
	}

	private ClassView view(int page) {
		LinkedMultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
		parameters.add("page", String.valueOf(page));
		List<Learner> learners = this.classes.learners(this.launch);
		RosterStatus status = this.classes.rosterStatus(this.launch);
		return ClassView.of(this.launch, this.progress.activity(this.launch).orElseThrow(), learners, status,
				ClassQuery.of(parameters), ClassesPreview.NOW, Locale.UK);
	}

	/** Counts what is asked and what comes back. */
	private static final class Counted extends DelegatingDataSource {

		private final List<String> statements = new ArrayList<>();

		private final AtomicInteger rows = new AtomicInteger();

		Counted(DataSource counted) {
			super(counted);
		}

		void reset() {
			this.statements.clear();
			this.rows.set(0);
		}

		@Override
		public Connection getConnection() throws SQLException {
			return watched(Connection.class, super.getConnection());
		}

		private <T> T watched(Class<T> type, T watched) {
			return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
					(proxy, method, arguments) -> {
						try {
							Object result = method.invoke(watched, arguments);
							if (method.getName().equals("prepareStatement") && arguments != null) {
								this.statements.add(String.valueOf(arguments[0]));
							}
							if (method.getName().equals("next") && Boolean.TRUE.equals(result)) {
								this.rows.incrementAndGet();
							}
							return (result instanceof PreparedStatement statement)
									? watched(PreparedStatement.class, statement)
									: (result instanceof ResultSet set) ? watched(ResultSet.class, set) : result;
						}
						catch (InvocationTargetException ex) {
							throw ex.getTargetException();
						}
					}));
		}

	}

}
