package com.humantraffickingexperts.lti.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Does together what many ask for at the same time. Whoever asks alone is served at once;
 * whoever asks while others are served waits for these, and is then served together with
 * all others who wait. One of those who ask does the work for all, so that whoever asks
 * alone waits for no other thread.
 *
 * @param <T> what is asked for
 * @param <R> what comes of it
 */
public final class Gathered<T, R> {

	private final Function<List<T>, List<R>> work;

	private final int most;

	private final Queue<Asker<T, R>> waiting = new ConcurrentLinkedQueue<>();

	private final AtomicBoolean busy = new AtomicBoolean();

	/**
	 * Makes one.
	 * @param most how many are served together at most
	 * @param work does what is asked for, all or, by throwing, nothing of it; gives an
	 * outcome for each, in the same order. What could not be done together is tried again
	 * one by one.
	 */
	public Gathered(int most, Function<List<T>, List<R>> work) {
		this.most = most;
		this.work = work;
	}

	/**
	 * Asks, and waits for the outcome.
	 * @param item what is asked for
	 * @return what came of it
	 * @throws RuntimeException what the work threw, when it was tried for this item alone
	 */
	public R ask(T item) {
		Asker<T, R> mine = Asker.of(item);
		this.waiting.add(mine);
		callSomebody();
		mine.called().join();
		if (!mine.outcome().isDone()) {
			try {
				serve(mine);
			}
			finally {
				this.busy.set(false);
				callSomebody();
			}
		}
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

	/** Whoever waits longest does the work next. */
	private void callSomebody() {
		while (!this.waiting.isEmpty() && this.busy.compareAndSet(false, true)) {
			Asker<T, R> next = this.waiting.poll();
			if (next != null) {
				next.called().complete(null);
				return;
			}
			this.busy.set(false);
		}
	}

	private void serve(Asker<T, R> first) {
		List<Asker<T, R>> together = new ArrayList<>();
		@Nullable Asker<T, R> next = first;
		while (next != null) {
			together.add(next);
			next = (together.size() < this.most) ? this.waiting.poll() : null;
		}
		serve(together);
	}

	private void serve(List<Asker<T, R>> together) {
		List<R> outcomes;
		try {
			outcomes = this.work.apply(together.stream().map(Asker::item).toList());
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

	/**
	 * Somebody who asks.
	 *
	 * @param item what is asked for
	 * @param outcome what came of it
	 * @param called complete when there is an outcome, or when it is this one's turn to
	 * do the work
	 */
	private record Asker<T, R>(T item, CompletableFuture<R> outcome, CompletableFuture<Void> called) {

		static <T, R> Asker<T, R> of(T item) {
			Asker<T, R> asker = new Asker<>(item, new CompletableFuture<>(), new CompletableFuture<>());
			asker.outcome.whenComplete((outcome, failure) -> asker.called.complete(null));
			return asker;
		}

	}

}
