package com.humantraffickingexperts.lti.grades;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;

import com.humantraffickingexperts.lti.registration.RegistrationId;

/**
 * One node's work on one lane. Calls are made on threads of their own, each of which goes
 * on with the next score as long as all is well; everything that is written is written by
 * this one, many scores in a transaction, so that a score costs the database little and
 * no call waits for it.
 */
final class LaneWork {

	private static final Logger LOG = LoggerFactory.getLogger(LaneWork.class);

	private static final int MOST_AT_ONCE = 64;

	private static final int UNAUTHORISED_AT_MOST = 4;

	private static final Duration ROUND = Duration.ofMillis(20);

	private final ScoreLanes parts;

	private final Circuit circuit;

	private final RegistrationId registration;

	/** Holds the lane, and names this work in the claims of scores. */
	private final Claim hold;

	private final BooleanSupplier stop;

	private final Queue<OwedScore> ready = new ConcurrentLinkedQueue<>();

	private final BlockingQueue<Finished> done = new LinkedBlockingQueue<>();

	private final List<Settlement> settlements = new ArrayList<>();

	private final List<OwedScore> postponed = new ArrayList<>();

	private int underWay;

	private boolean ending;

	private boolean exhausted;

	private Instant heldUntil;

	/**
	 * Whether a thread may go on by itself. Only this thread knows what became of all the
	 * others; whatever looks like trouble waits for it.
	 */
	private volatile boolean smooth;

	LaneWork(ScoreLanes parts, Circuit circuit, Claim hold, BooleanSupplier stop) {
		this.parts = parts;
		this.circuit = circuit;
		this.registration = circuit.lane().registration();
		this.hold = hold;
		this.stop = stop;
		this.heldUntil = hold.until();
	}

	void run() {
		try {
			while (true) {
				keepLane();
				fetch();
				start();
				if (this.underWay == 0) {
					break;
				}
				await();
				writeDown(MOST_AT_ONCE / 4);
			}
		}
		finally {
			this.smooth = false;
			while (this.underWay > 0) {
				await();
			}
			writeDown(1);
			giveBack();
		}
	}

	/** Ends when the lane was lost, when the node stops, and when there is a pause. */
	private void keepLane() {
		Instant now = this.parts.time().instant();
		if (now.isAfter(this.heldUntil.minus(ScoreLanes.HELD.dividedBy(2)))) {
			Instant until = now.plus(ScoreLanes.HELD);
			if (this.parts.lanes().renew(this.registration, this.hold.by(), until)) {
				this.heldUntil = until;
			}
			else {
				this.ending = true;
			}
		}
		this.ending |= this.stop.getAsBoolean() || this.circuit.paused();
	}

	private void fetch() {
		int most = this.circuit.open() ? 1 : Math.min(2 * this.circuit.parallel(), MOST_AT_ONCE);
		if (this.ending || this.exhausted || this.ready.size() >= most) {
			return;
		}
		Instant now = this.parts.time().instant();
		List<OwedScore> due = this.parts.scores().due(this.registration, now, most);
		this.exhausted = due.size() < most;
		this.ready.addAll(this.parts.scores()
			.claim(due, new Claim(this.hold.by(), now, now.plus(this.parts.settings().lease()))));
	}

	private void start() {
		this.smooth = !this.ending && !this.circuit.open() && this.underWay <= this.circuit.parallel();
		while (!this.ending && this.underWay < this.circuit.parallel()) {
			@Nullable OwedScore score = this.ready.poll();
			if (score == null) {
				return;
			}
			this.underWay++;
			Thread.ofVirtual().name("deliver-score").start(() -> deliver(score));
		}
	}

	private void deliver(OwedScore first) {
		@Nullable OwedScore next = first;
		while (next != null) {
			Attempt attempt = attempt(next);
			next = (this.smooth && attempt.verdict() instanceof Verdict.Delivered) ? this.ready.poll() : null;
			this.done.add(new Finished(attempt, next == null));
		}
	}

	private Attempt attempt(OwedScore score) {
		try {
			return this.parts.publisher().attempt(score);
		}
		catch (RuntimeException ex) {
			LOG.error("Score {} could not be delivered", score.revision(), ex);
			return new Attempt(score, new Verdict.Later(DeliveryReason.ANSWER_UNREADABLE, null, true), null,
					score.timestamp(), null, JudgedBy.BEFOREHAND);
		}
	}

	private void await() {
		try {
			Finished first = this.done.poll(ROUND.toMillis(), TimeUnit.MILLISECONDS);
			List<Finished> all = new ArrayList<>();
			if (first != null) {
				all.add(first);
				this.done.drainTo(all);
			}
			all.forEach(this::judge);
		}
		catch (InterruptedException ex) {
			this.ending = true;
		}
	}

	private void judge(Finished finished) {
		if (finished.last()) {
			this.underWay--;
		}
		Attempt attempt = finished.attempt();
		Instant now = this.parts.time().instant();
		if (this.circuit.after(attempt, now)) {
			LOG.info("Registration {} takes grades again", this.registration);
			this.parts.scores().hasten(this.registration, now);
		}
		if (attempt.verdict() == null) {
			this.postponed.add(attempt.score());
		}
		else {
			this.settlements.add(settlement(attempt, now));
		}
		// Something may have become due in the meantime.
		this.exhausted = false;
	}

	private Settlement settlement(Attempt attempt, Instant now) {
		OwedScore score = attempt.score();
		return switch (attempt.verdict()) {
			case Verdict.Delivered delivered -> new Settlement(attempt, DeliveryState.SENT, null, false, null);
			case Verdict.Never never when perhapsForgotten(attempt) ->
				retrying(attempt, Verdict.Later.because(never.reason()), now);
			case Verdict.Never never -> refused(attempt, never.reason());
			case Verdict.Later later -> {
				boolean held = later.reason() == DeliveryReason.PLATFORM_DISABLED
						&& this.parts.publisher().knows(this.registration);
				if (!held && score.owedAt().plus(this.parts.settings().retryFor()).isBefore(now)) {
					yield refused(attempt, DeliveryReason.TRIED_TOO_LONG);
				}
				yield retrying(attempt, later, now);
			}
			case Verdict.NotNewer notNewer -> throw new IllegalStateException("read back elsewhere");
			case null -> throw new IllegalStateException("postponed elsewhere");
		};
	}

	private Settlement retrying(Attempt attempt, Verdict.Later later, Instant now) {
		OwedScore score = attempt.score();
		Instant next = now.plus(this.parts.backoff().after(score.attempts() + 1, later.notBefore()));
		Instant due = attempt.timestamp().isAfter(next) ? attempt.timestamp() : next;
		boolean unsure = attempt.timestamp().equals(score.timestamp()) && (score.unsure() || later.perhapsDelivered());
		LOG.debug("Score {} is tried again at {}: {}", score.revision(), due, later.reason());
		return new Settlement(attempt, DeliveryState.RETRYING, later.reason(), unsure, due);
	}

	/**
	 * A platform can forget a token, and the one that was fetched in its place: 401 is an
	 * answer to the token first, and says no more about the score until it was given a
	 * few times.
	 */
	private static boolean perhapsForgotten(Attempt attempt) {
		return Integer.valueOf(401).equals(attempt.status()) && attempt.score().attempts() < UNAUTHORISED_AT_MOST;
	}

	private static Settlement refused(Attempt attempt, DeliveryReason reason) {
		LOG.warn("Score {} stays owed: {}", attempt.score().revision(), reason);
		return new Settlement(attempt, DeliveryState.REFUSED, reason, false, null);
	}

	private void writeDown(int atLeast) {
		if (!this.postponed.isEmpty()) {
			List<OwedScore> waiting = List.copyOf(this.postponed);
			this.postponed.clear();
			this.parts.scores().unclaim(waiting, this.hold, this.parts.time().instant().plus(ScorePublisher.SHORTLY));
		}
		boolean enough = this.settlements.size() >= atLeast || this.underWay == 0 || this.ready.isEmpty();
		if (this.settlements.isEmpty() || !enough) {
			return;
		}
		List<Settlement> settled = List.copyOf(this.settlements);
		this.settlements.clear();
		Instant now = this.parts.time().instant();
		repeatedly(() -> this.parts.transactions().executeWithoutResult((status) -> {
			this.parts.scores().settle(settled, this.hold, now);
			this.parts.events()
				.add(settled.stream()
					.sorted((one, other) -> id(one).value().compareTo(id(other).value()))
					.map((one) -> new JdbcScoreEvents.Of(id(one), one.event(now)))
					.toList());
		}));
	}

	private static ScoreId id(Settlement settlement) {
		return settlement.score().revision().score();
	}

	/** What was not sent is due as before. */
	private void giveBack() {
		List<OwedScore> unsent = List.copyOf(this.ready);
		if (!unsent.isEmpty()) {
			this.parts.scores().unclaim(unsent, this.hold, this.parts.time().instant());
			this.ready.clear();
		}
	}

	/** A deadlock or a lost connection is no reason to send everything once more. */
	private static void repeatedly(Runnable work) {
		@Nullable TransientDataAccessException last = null;
		for (int times = 0; times < 5; times++) {
			try {
				work.run();
				return;
			}
			catch (TransientDataAccessException ex) {
				last = ex;
			}
		}
		throw last;
	}

	/**
	 * What a thread has to say.
	 *
	 * @param attempt what became of a score
	 * @param last whether the thread ends with it
	 */
	private record Finished(Attempt attempt, boolean last) {
	}

}
