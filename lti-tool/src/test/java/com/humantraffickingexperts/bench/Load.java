package com.humantraffickingexperts.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** Several virtual users at work at once: a closed loop, as the other figures have. */
final class Load {

	private final Target target;

	private final int concurrency;

	private final AtomicLong left;

	private final long deadline;

	private Load(Target target, int concurrency, long launches, Duration longest) {
		this.target = target;
		this.concurrency = concurrency;
		this.left = new AtomicLong(launches);
		this.deadline = System.nanoTime() + longest.toNanos();
	}

	/**
	 * Launches until either limit is reached.
	 * @param target the tool
	 * @param concurrency how many virtual users
	 * @param launches how many launches at most
	 * @param longest for how long at most
	 * @return what was seen
	 */
	static Outcome run(Target target, int concurrency, long launches, Duration longest) {
		return new Load(target, concurrency, launches, longest).run();
	}

	private Outcome run() {
		List<Outcome> outcomes = new ArrayList<>();
		List<Thread> threads = new ArrayList<>();
		long began = System.nanoTime();
		for (int user = 0; user < this.concurrency; user++) {
			Outcome outcome = Outcome.empty();
			outcomes.add(outcome);
			threads.add(Thread.ofPlatform().daemon().name("virtual-user-" + user).start(() -> work(outcome)));
		}
		Outcome all = Outcome.empty();
		try {
			for (Thread thread : threads) {
				thread.join();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted", ex);
		}
		outcomes.forEach(all::add);
		return all.took(System.nanoTime() - began);
	}

	private void work(Outcome outcome) {
		try (VirtualUser user = new VirtualUser(this.target)) {
			while (System.nanoTime() < this.deadline && this.left.getAndDecrement() > 0) {
				try {
					outcome.add(user.launch());
				}
				catch (WrongLaunch wrong) {
					outcome.add(wrong);
				}
			}
		}
	}

	/**
	 * What was seen of some launches.
	 *
	 * @param login how long logins took
	 * @param launch how long launch messages took
	 * @param follow how long the pages after them took
	 * @param whole how long all of it took
	 * @param errors wrong launches by their kind, with an example of each
	 * @param nanos for how long
	 */
	record Outcome(Samples login, Samples launch, Samples follow, Samples whole, TreeMap<String, Wrong> errors,
			long nanos) {

		static Outcome empty() {
			return new Outcome(new Samples(), new Samples(), new Samples(), new Samples(), new TreeMap<>(), 0);
		}

		Outcome took(long duration) {
			return new Outcome(this.login, this.launch, this.follow, this.whole, this.errors, duration);
		}

		void add(Timing timing) {
			this.login.add(timing.login());
			this.launch.add(timing.launch());
			this.follow.add(timing.follow());
			this.whole.add(timing.whole());
		}

		void add(WrongLaunch wrong) {
			this.errors.merge(wrong.kind(), new Wrong(1, String.valueOf(wrong.getMessage())), Wrong::and);
		}

		void add(Outcome other) {
			this.login.addAll(other.login);
			this.launch.addAll(other.launch);
			this.follow.addAll(other.follow);
			this.whole.addAll(other.whole);
			other.errors.forEach((kind, wrong) -> this.errors.merge(kind, wrong, Wrong::and));
		}

		double perSecond() {
			return this.whole.count() / (this.nanos / 1e9);
		}

	}

	/**
	 * Wrong launches of one kind.
	 *
	 * @param count how many
	 * @param example what one of them was like
	 */
	record Wrong(long count, String example) {

		Wrong and(Wrong other) {
			return new Wrong(this.count + other.count, this.example);
		}

	}

}
