package com.humantraffickingexperts.lti.database;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** What many ask for at the same time is done together. */
@Timeout(30)
class GatheredTests {

	private final List<List<Integer>> done = new ArrayList<>();

	private final LinkedBlockingQueue<List<Integer>> begun = new LinkedBlockingQueue<>();

	private final CountDownLatch go = new CountDownLatch(1);

	private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();

	private final Gathered<Integer, Integer> doubling = new Gathered<>(3, this::twice);

	@AfterEach
	void close() {
		this.go.countDown();
		this.people.close();
	}

	@Nested
	class WhoeverAsksAlone {

		@Test
		void isServedAtOnce() {
			GatheredTests.this.go.countDown();
			assertThat(GatheredTests.this.doubling.ask(4)).isEqualTo(8);
			assertThat(GatheredTests.this.doubling.ask(5)).isEqualTo(10);
			assertThat(GatheredTests.this.done).containsExactly(List.of(4), List.of(5));
		}

		@Test
		void hearsWhatWentWrong() {
			GatheredTests.this.go.countDown();
			assertThatIllegalStateException().isThrownBy(() -> GatheredTests.this.doubling.ask(13))
				.withMessage("unlucky");
			assertThat(GatheredTests.this.doubling.ask(4)).isEqualTo(8);
		}

	}

	@Nested
	class WhoeverAsksWhileOthersAreServed {

		@Test
		void isServedTogetherWithAllWhoWait() throws Exception {
			CompletableFuture<Integer> first = ask(1);
			assertThat(GatheredTests.this.begun.take()).containsExactly(1);
			List<CompletableFuture<Integer>> others = IntStream.rangeClosed(2, 5).mapToObj(this::askInTurn).toList();
			GatheredTests.this.go.countDown();
			assertThat(first.get()).isEqualTo(2);
			for (CompletableFuture<Integer> other : others) {
				other.get();
			}
			assertThat(GatheredTests.this.done).containsExactly(List.of(1), List.of(2, 3, 4), List.of(5));
		}

		@Test
		void doesNotSufferFromWhatIsWrongWithAnother() throws Exception {
			CompletableFuture<Integer> first = ask(1);
			GatheredTests.this.begun.take();
			CompletableFuture<Integer> good = askInTurn(2);
			CompletableFuture<Integer> bad = askInTurn(13);
			CompletableFuture<Integer> best = askInTurn(3);
			GatheredTests.this.go.countDown();
			assertThat(first.get()).isEqualTo(2);
			assertThat(good.get()).isEqualTo(4);
			assertThat(best.get()).isEqualTo(6);
			assertThatThrownBy(bad::get).isInstanceOf(ExecutionException.class)
				.cause()
				.isInstanceOf(IllegalStateException.class);
			assertThat(GatheredTests.this.done).containsExactly(List.of(1), List.of(2), List.of(3));
		}

		private CompletableFuture<Integer> askInTurn(int number) {
			int before = GatheredTests.this.doubling.waiting();
			CompletableFuture<Integer> outcome = ask(number);
			await().pollInterval(Duration.ofMillis(1)).until(() -> GatheredTests.this.doubling.waiting() == before + 1);
			return outcome;
		}

	}

	@Test
	void nobodyIsForgottenWhenManyComeAndGo() throws Exception {
		this.go.countDown();
		List<CompletableFuture<Integer>> outcomes = IntStream.range(100, 2100).mapToObj(this::ask).toList();
		for (int index = 0; index < outcomes.size(); index++) {
			assertThat(outcomes.get(index).get()).isEqualTo(2 * (100 + index));
		}
		assertThat(this.done.stream().mapToInt(List::size).sum()).isEqualTo(2000);
	}

	private CompletableFuture<Integer> ask(int number) {
		return CompletableFuture.supplyAsync(() -> this.doubling.ask(number), this.people);
	}

	private List<Integer> twice(List<Integer> numbers) {
		this.begun.add(numbers);
		try {
			this.go.await();
		}
		catch (InterruptedException ex) {
			throw new AssertionError(ex);
		}
		if (numbers.contains(13)) {
			throw new IllegalStateException("unlucky");
		}
		this.done.add(numbers);
		return numbers.stream().map((number) -> 2 * number).toList();
	}

}
