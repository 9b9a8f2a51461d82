package com.humantraffickingexperts.lti.grades;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;

import com.humantraffickingexperts.lti.database.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two nodes, a platform that fails at three calls of ten in every way it can, nodes that
 * end in the middle of their work, and a node whose clock is wrong. {@code bin/bench
 * grades} does the same at length, with processes of their own.
 */
class GradesChaosTests {

	private static final int LEARNERS = 60;

	private static final int LINKS = 3;

	private static final Duration LONGEST = Duration.ofMinutes(2);

	private static final String[] HASTY = { "htmse.grades.lease=6s", "htmse.grades.first-retry=200ms",
			"htmse.grades.longest-retry=2s", "htmse.grades.longest-pause=1s", "htmse.grades.parallel-calls=16",
			"htmse.network.read-timeout=1s" };

	@Test
	void everyCellHoldsTheBestScoreInTheEnd() throws Exception {
		TestDatabase.Product product = TestDatabase.products()
			.filter((one) -> one != TestDatabase.Product.H2)
			.findFirst()
			.orElse(TestDatabase.Product.H2);
		// The embedded database has one node, so nobody could say which clock is right.
		long ahead = (product == TestDatabase.Product.H2) ? 0 : 3600;
		Random random = new Random(6);
		try (TestDatabase database = TestDatabase.create(product); ChaosPlatform platform = new ChaosPlatform()) {
			if (product == TestDatabase.Product.H2) {
				// Spring Boot's user for embedded databases.
				database.jdbc().sql("create user if not exists sa password '' admin").update();
			}
			platform.failsAt(0.3);
			String url = database.dataSource().getJdbcUrl();
			List<GradesNode> nodes = new ArrayList<>(List.of(GradesNode.start(url, platform.origin(), 0, HASTY),
					GradesNode.start(url, platform.origin(), ahead, HASTY)));
			try {
				for (int round = 1; round <= 3; round++) {
					everybodyCompletes(nodes, round, random);
					int victim = round % 2;
					if (round < 3) {
						nodes.get(victim).kill();
						nodes.set(victim, GradesNode.start(url, platform.origin(), (victim == 1) ? ahead : 0, HASTY));
					}
				}
				Instant deadline = Instant.now().plus(LONGEST);
				while (!best().equals(platform.held()) && Instant.now().isBefore(deadline)) {
					LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
				}
			}
			finally {
				nodes.forEach(GradesNode::close);
			}
			Map<String, Integer> counts = platform.counts();
			assertThat(platform.held()).as("counts: %s", counts).isEqualTo(best());
			assertThat(platform.cells()).as("a column for each link").isEqualTo(LEARNERS);
			assertThat(counts).containsKeys("faults").doesNotContainKeys("stale", "wiped", "future timestamps");
		}
	}

	private static void everybodyCompletes(List<GradesNode> nodes, int round, Random random) throws Exception {
		try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
			for (int learner = 0; learner < LEARNERS; learner++) {
				int who = learner;
				GradesNode node = nodes.get(random.nextInt(2));
				threads.submit(() -> node.completes(who, given(who, round), 1, LINKS));
			}
		}
	}

	/** One learner in three is better the second time than the third. */
	private static int given(int learner, int round) {
		int[] given = (learner % 3 == 0) ? new int[] { 40, 90, 60 } : new int[] { 40, 60, 90 };
		return given[round - 1] + (learner % 10);
	}

	private static Map<String, BigDecimal> best() {
		Map<String, BigDecimal> best = new TreeMap<>();
		for (int learner = 0; learner < LEARNERS; learner++) {
			best.put("learner-" + learner, BigDecimal.valueOf(90 + (learner % 10)));
		}
		return best;
	}

}
