package com.humantraffickingexperts.lti.scheduling;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Does on a thread of its own what requests leave to be done, a little at a time. What
 * does not fit into its bounded queue is refused, and nobody waits.
 *
 * @param <T> what is left to be done
 */
public final class BehindRequests<T> {

	private static final long LONGEST_STOP = TimeUnit.SECONDS.toMillis(5);

	private final String name;

	private final int atOnce;

	private final Consumer<List<T>> work;

	private final BlockingQueue<T> waiting;

	private volatile boolean running;

	private @Nullable Thread thread;

	/**
	 * Prepares the work; it begins with {@link #start()}.
	 * @param name the name of the thread
	 * @param most how many may wait
	 * @param atOnce how many are done together at most
	 * @param work does what waited; called with nothing each second in which nothing
	 * waits
	 */
	public BehindRequests(String name, int most, int atOnce, Consumer<List<T>> work) {
		this.name = name;
		this.atOnce = atOnce;
		this.work = work;
		this.waiting = new ArrayBlockingQueue<>(most);
	}

	/**
	 * Leaves something to be done.
	 * @param one what
	 * @return false when too much waits already
	 */
	public boolean offer(T one) {
		return this.waiting.offer(one);
	}

	/** Does all that waits, on the thread of the caller. */
	public void flush() {
		do {
			work(null);
		}
		while (!this.waiting.isEmpty());
	}

	private synchronized void work(@Nullable T first) {
		List<T> batch = new ArrayList<>();
		if (first != null) {
			batch.add(first);
		}
		this.waiting.drainTo(batch, this.atOnce - batch.size());
		this.work.accept(batch);
	}

	/** Begins. */
	public void start() {
		this.running = true;
		this.thread = Thread.ofVirtual().name(this.name).start(this::run);
	}

	private void run() {
		try {
			while (this.running) {
				work(this.waiting.poll(1, TimeUnit.SECONDS));
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Ends with what is being done; what still waits stays undone. */
	public void stop() {
		this.running = false;
		Thread ending = this.thread;
		this.thread = null;
		if (ending != null) {
			try {
				ending.join(LONGEST_STOP);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

	/**
	 * Whether it goes on.
	 * @return false before it began and once it ended
	 */
	public boolean running() {
		return this.running;
	}

}
