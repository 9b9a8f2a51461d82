package com.humantraffickingexperts.lti.database;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * Does together what many ask for at the same time. Whoever asks alone is served at once;
 * whoever asks while others are served waits for these, and is then served together with
 * all others who wait.
 *
 * @param <T> what is asked for
 * @param <R> what comes of it
 */
public final class Gathered<T, R> implements AutoCloseable {

	private final Function<List<T>, List<R>> work;

	private final int most;

	private final BlockingQueue<Waiting<T, R>> waiting = new LinkedBlockingQueue<>();

	private final Semaphore free;

	private final ExecutorService workers;

	/**
	 * Makes one.
	 * @param name names the threads
	 * @param atOnce how often the work may be done at the same time
	 * @param most how many are served together at most
	 * @param work does what is asked for, all or, by throwing, nothing of it; gives an
	 * outcome for each, in the same order. What could not be done together is tried again
	 * one by one.
	 */
	public Gathered(String name, int atOnce, int most, Function<List<T>, List<R>> work) {
		this.work = work;
		this.most = most;
		this.free = new Semaphore(atOnce);
		this.workers = Executors.newFixedThreadPool(atOnce, Thread.ofPlatform().daemon().name(name, 1).factory());
	}

	/**
	 * Asks, and waits for the outcome.
	 * @param item what is asked for
	 * @return what came of it
	 * @throws RuntimeException what the work threw, when it was tried for this item alone
	 */
	public R ask(T item) {
		Waiting<T, R> mine = new Waiting<>(item, new CompletableFuture<>());
		this.waiting.add(mine);
		employ();
		try {
			return mine.outcome().join();
		}
		catch (CompletionException ex) {
			if (ex.getCause() instanceof RuntimeException cause) {
				throw cause;
			}
			throw ex;
		}
	}

	int waiting() {
		return this.waiting.size();
	}

	@Override
	public void close() {
		this.workers.close();
	}

	private void employ() {
		if (this.free.tryAcquire()) {
			this.workers.execute(this::serve);
		}
	}

	private void serve() {
		try {
			List<Waiting<T, R>> together = new ArrayList<>();
			while (this.waiting.drainTo(together, this.most) > 0) {
				serve(together);
				together.clear();
			}
		}
		finally {
			this.free.release();
		}
		// Whoever came after the last look found nobody free.
		if (!this.waiting.isEmpty()) {
			employ();
		}
	}

	private void serve(List<Waiting<T, R>> together) {
		List<R> outcomes;
		try {
			outcomes = this.work.apply(together.stream().map(Waiting::item).toList());
		}
		catch (RuntimeException | Error ex) {
			if (together.size() == 1) {
				together.getFirst().outcome().completeExceptionally(ex);
			}
			else {
				together.forEach((one) -> serve(List.of(one)));
			}
			return;
		}
		for (int index = 0; index < together.size(); index++) {
			together.get(index).outcome().complete(outcomes.get(index));
		}
	}

	private record Waiting<T, R>(T item, CompletableFuture<R> outcome) {
	}

}
