package com.humantraffickingexperts.lti.people;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.database.Ids;
import com.humantraffickingexperts.lti.registration.RegistrationId;

/** The users of all registrations. */
@Component
public class Users {

	private static final int REMEMBERED = 50_000;

	private final JdbcUsers stored;

	private final Clock clock;

	private final Cache<UserId, Remembered> remembered = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

	Users(JdbcUsers stored, Clock clock) {
		this.stored = stored;
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
		return new User(new UserId(Ids.derived("user", registration.value(), subject)), registration, subject, name);
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
	 * Records a user, or the user's new name. A name that the platform no longer shares
	 * is kept.
	 * @param user the user of a launch that was accepted
	 */
	public void record(User user) {
		Remembered known = this.remembered.getIfPresent(user.id());
		if (known != null && (user.name() == null || Objects.equals(known.name(), user.name()))) {
			return;
		}
		Instant now = this.clock.instant();
		this.stored.upsert(user, now);
		this.remembered.put(user.id(), new Remembered(user.name()));
	}

	/**
	 * A user by our name.
	 * @param id our name for the user
	 * @return the user, or empty when there is none
	 */
	public Optional<User> find(UserId id) {
		return this.stored.find(id);
	}

	private record Remembered(@Nullable String name) {
	}

}
