package com.humantraffickingexperts.lti.people;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.database.AfterCommit;
import com.humantraffickingexperts.lti.database.Ids;
import com.humantraffickingexperts.lti.registration.RegistrationId;

/** The users of all registrations. */
@Component
public class Users {

	/** 300 bytes each. */
	private static final int REMEMBERED = 20_000;

	/**
	 * After this time a name is written once more, in case another node erased it.
	 */
	private static final Duration REMEMBERED_FOR = Duration.ofHours(24);

	private final JdbcUsers stored;

	private final Seats seats;

	private final Clock clock;

	private final Cache<UserId, Remembered> remembered = Caffeine.newBuilder()
		.maximumSize(REMEMBERED)
		.expireAfterWrite(REMEMBERED_FOR)
		.build();

	Users(JdbcUsers stored, Seats seats, Clock clock) {
		this.stored = stored;
		this.seats = seats;
		this.clock = clock;
	}

	/**
	 * The user whom a launch names. Nothing is stored yet.
	 * @param registration the registration
	 * @param subject the platform's name for the person
	 * @param name the name to show, or null
	 * @return the user; always the same id for the same registration and subject
	 */
	public User named(RegistrationId registration, String subject, @Nullable String name) {
		return new User(UserId.of(registration, subject), registration, subject, name);
	}

	/**
	 * A user for one anonymous preview, equal to no other.
	 * @param registration the registration
	 * @return the user
	 */
	public User anonymous(RegistrationId registration) {
		return new User(new UserId(Ids.inTimeOrder(this.clock.instant())), registration, null, null);
	}

	/**
	 * Records users whose launches were accepted, or their new names. A name that the
	 * platform no longer shares is kept.
	 * @param arrivals the users
	 */
	public void record(List<Arrival> arrivals) {
		List<Arrival> news = arrivals.stream().filter(this::isNew).toList();
		if (news.isEmpty()) {
			return;
		}
		this.stored.upsert(news, this.clock.instant());
		AfterCommit.run(() -> news.forEach(this::remember));
	}

	private boolean isNew(Arrival arrival) {
		Remembered known = this.remembered.getIfPresent(arrival.user().id());
		return known == null || (arrival.learner() && !known.seated())
				|| (arrival.user().name() != null && !arrival.user().name().equals(known.name()));
	}

	private void remember(Arrival arrival) {
		this.remembered.asMap()
			.merge(arrival.user().id(), new Remembered(arrival.user().name(), arrival.learner()),
					(known, now) -> new Remembered((now.name() != null) ? now.name() : known.name(),
							known.seated() || now.seated()));
	}

	/**
	 * Records people whom a platform lists, and who may never have come: they get no
	 * seat. A name that the platform does not share is kept if it is known.
	 * @param listed the people, with new names if there are any
	 */
	public void recordListed(List<User> listed) {
		this.stored.upsert(listed.stream().map((user) -> new Arrival(user, false)).toList(), this.clock.instant());
	}

	/**
	 * Gives a learner a seat where their number is limited. Whoever has one keeps it, and
	 * two who come for the last one at the same time never both get it.
	 * @param user a learner
	 * @return whether the learner has a seat
	 */
	public boolean takeSeat(User user) {
		Remembered known = this.remembered.getIfPresent(user.id());
		if ((known != null && known.seated()) || this.stored.seated(user.id())) {
			return true;
		}
		if (!this.seats.take(user)) {
			return false;
		}
		this.remembered.put(user.id(), new Remembered(user.name(), true));
		return true;
	}

	/**
	 * How many learners have a seat.
	 * @param registration the registration
	 * @return the number of people who came as learners at least once
	 */
	public int seatsTaken(RegistrationId registration) {
		return this.stored.countSeated(registration);
	}

	/**
	 * The language that a user chose for the tool's own words.
	 * @param id our name for the user
	 * @return its code, or empty when the user chose none
	 */
	public Optional<String> language(UserId id) {
		return Optional.ofNullable(languages(Set.of(id)).get(id));
	}

	/**
	 * The languages that users chose.
	 * @param ids our names for the users
	 * @return the code of each one's language, without those who chose none
	 */
	public Map<UserId, String> languages(Set<UserId> ids) {
		return this.stored.languages(ids);
	}

	/**
	 * Remembers the language that a user chose, for this visit and the next ones.
	 * @param id our name for the user
	 * @param language the code of the language
	 */
	public void chooseLanguage(UserId id, String language) {
		this.stored.updateLanguage(id, language, this.clock.instant());
	}

	/**
	 * Erases the names of all users of a registration. A launch that shares a name stores
	 * it again, unless the registration is pseudonymous.
	 * @param registration the registration
	 * @return how many names were erased
	 */
	public int forgetNames(RegistrationId registration) {
		int forgotten = this.stored.forgetNames(registration, this.clock.instant());
		this.remembered.invalidateAll();
		return forgotten;
	}

	/**
	 * A user by our name.
	 * @param id our name for the user
	 * @return the user, or empty when there is none
	 */
	public Optional<User> find(UserId id) {
		return this.stored.find(id);
	}

	private record Remembered(@Nullable String name, boolean seated) {
	}

}
